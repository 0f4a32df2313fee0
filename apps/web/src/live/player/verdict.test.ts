import { describe, expect, it } from "vitest";
import type { AnswerState } from "../store/answer";
import { gameOfSnapshot } from "../store/live-game";
import { openQuestion, questionId, snapshot } from "../testing/messages";
import { verdictOf } from "./verdict";

const closed = { questionId, correct: ["opt-b"], tally: { answered: 2, right: 1 } };
const gameWith = (last: { correct: boolean; points: number } | undefined) => gameOfSnapshot(snapshot({ phase: "reveal", round: 1, closed, you: { ...snapshot().you, last } }), null);
const accepted: AnswerState = { questionId, answer: { option: "opt-b" }, status: "accepted", feedback: null };
const refused: AnswerState = { questionId, answer: { option: "opt-b" }, status: "refused", actionId: "act-1", reason: "TOO_LATE" };

describe("verdictOf", () => {
  it("is right with its points, also after a reload that forgot the answer", () => {
    expect(verdictOf(gameWith({ correct: true, points: 940 }), accepted)).toEqual({ kind: "right", points: 940 });
    expect(verdictOf(gameWith({ correct: true, points: 940 }), undefined)).toEqual({ kind: "right", points: 940 });
  });
  it("is partly right where an answer that is not right earned points", () => {
    expect(verdictOf(gameWith({ correct: false, points: 400 }), accepted)).toEqual({ kind: "partly", points: 400 });
  });
  it("tells a wrong answer from none, and from one that came late", () => {
    expect(verdictOf(gameWith({ correct: false, points: 0 }), accepted)).toEqual({ kind: "wrong" });
    expect(verdictOf(gameWith({ correct: false, points: 0 }), undefined)).toEqual({ kind: "none" });
    expect(verdictOf(gameWith(undefined), refused)).toEqual({ kind: "late" });
  });
  it("is that of nobody for a question that was taken back, whatever was answered", () => {
    const game = { ...gameWith({ correct: true, points: 940 }), voided: true };
    expect(verdictOf(game, accepted)).toEqual({ kind: "voided" });
    expect(verdictOf(game, undefined)).toEqual({ kind: "voided" });
  });
  it("waits while an answer is in and its result is not", () => {
    expect(verdictOf(gameWith(undefined), accepted)).toEqual({ kind: "waiting" });
  });
  it("says neither right nor wrong of what can be neither", () => {
    const poll = { ...gameWith(undefined), question: openQuestion({ type: "poll" }) };
    expect(verdictOf(poll, accepted)).toEqual({ kind: "unscored" });
    expect(verdictOf(poll, undefined)).toEqual({ kind: "unscored" });
  });
});
