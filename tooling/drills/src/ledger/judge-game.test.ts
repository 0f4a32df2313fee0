import type { GivenAnswer } from "@quickfire/testing/players";
import { describe, expect, it } from "vitest";
import { judgeGame, type Witness } from "./judge-game";
import { type Books, bookKey } from "./read-books";

const answer = (changes: Partial<GivenAnswer> = {}): GivenAnswer => ({
  participantId: "ann", questionId: "q", round: 1, option: "a", actionId: "1", tries: 1, waitedMs: 20, result: { questionId: "q", accepted: true }, ...changes,
});
const witness = (changes: Partial<Witness> = {}): Witness => ({ answers: [answer()], breaks: [], identities: ["ann"], ...changes });

const answers = new Map([[bookKey(1, "ann"), "a"]]);
const scores = new Map([["ann", 900]]);
const sound: Books = {
  redisAnswers: answers, postgresAnswers: answers, counted: new Map([[bookKey(1, "ann"), 1]]),
  redisScores: scores, postgresScores: scores, finalScores: scores, verified: true,
};

const judge = (witnesses: Witness[], books: Partial<Books> = {}) => judgeGame({ players: witnesses, stale: 0, pausesMs: [], problems: [] }, { ...sound, ...books });

describe("the ledger", () => {
  it("finds nothing where everybody says the same", () => {
    expect(judge([witness()])).toMatchObject({ acknowledged: 1, lost: 0, doubled: 0, unsettled: 0, wrongScores: 0, problems: [] });
  });

  it.each([
    ["Redis does not have", { redisAnswers: new Map() }],
    ["Postgres does not have", { postgresAnswers: new Map() }],
    ["stands there with another choice", { postgresAnswers: new Map([[bookKey(1, "ann"), "b"]]) }],
  ])("calls an acknowledged answer lost that %s", (_what, books) => {
    expect(judge([witness()], books).lost).toBe(1);
  });

  it("does not call one lost whose client was told that another choice stood already", () => {
    const told = answer({ option: "b", result: { questionId: "q", accepted: true, repeated: true, conflict: true } });
    expect(judge([witness({ answers: [told] })]).lost).toBe(0);
  });

  it("calls one doubled that was counted by two events, or for one person under two names", () => {
    expect(judge([witness()], { counted: new Map([[bookKey(1, "ann"), 2]]) }).doubled).toBe(1);
    const both = new Map([...answers, [bookKey(1, "ann again"), "a"]]);
    expect(judge([witness({ identities: ["ann", "ann again"] })], { postgresAnswers: both }).doubled).toBe(1);
  });

  it("tells a definite refusal from an answer of which nobody learned what became", () => {
    const late = answer({ result: { questionId: "q", accepted: false, reason: "TOO_LATE" } });
    const busy = answer({ result: { questionId: "q", accepted: false, reason: "BUSY" } });
    expect(judge([witness({ answers: [late, busy, answer({ result: null })] })])).toMatchObject({ acknowledged: 0, refused: 1, unsettled: 2 });
  });

  it.each([["redisScores"], ["postgresScores"], ["finalScores"]])("finds a score that only %s have", (book) => {
    expect(judge([witness()], { [book]: new Map([["ann", 901]]) }).wrongScores).toBe(1);
  });

  it("takes the longest of all waits, and a report that is not verified for a problem", () => {
    const verdict = judge([witness({ breaks: [1_500], answers: [answer({ waitedMs: 2_500 })] })], { verified: null });
    expect(verdict).toMatchObject({ longestPauseS: 2.5, problems: ["the report is not verified"] });
  });
});
