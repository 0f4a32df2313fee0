import { describe, expect, it } from "vitest";
import { anInstant, gameOf, idsFrom, participantNumber, plainQuiz, versionOf } from "../../test/arbitraries";
import { questionOf } from "../game-clock";
import type { GameCommand, GameState } from "../game-state";
import { snapshotSchema, type Tally } from "../messages";
import { quizDraftSchema, storeQuiz } from "../quiz";
import type { GameSettingsInput } from "../settings";
import { transition } from "../transition";
import { closedQuestionView, openQuestionView, phaseView, snapshotView, tallyView } from ".";

const quiz = plainQuiz(2, { explanation: "Because.", media: { image: "/media/a.png", alt: "A" } });
const first = questionOf(quiz, 1);
const iso = (at: number) => new Date(at).toISOString();

function after(settings: GameSettingsInput, ...names: ("start" | "tick" | "pause" | "reveal" | "next" | "end" | "skip")[]): { state: GameState; now: number } {
  let [state, now] = [gameOf(quiz, settings), anInstant];
  for (const name of names) {
    if (name === "tick") now = state.dueAt ?? now;
    const command: GameCommand = { name };
    const moved = transition(state, command, now, quiz);
    if (!moved.ok) throw new Error(`${name}: ${moved.error}`);
    state = moved.value.state;
  }
  return { state, now };
}

const standing = { participantId: participantNumber(1), name: "Minh", score: 900, rank: 1 };
const tally: Tally = { answered: 1, right: 1, options: {} };
const snapshotOf = ({ state, now }: { state: GameState; now: number }) =>
  snapshotView({ state, quiz, now }, { node: "n1", participants: 1, leaderboard: [standing], tally });

describe("openQuestionView", () => {
  it("has exactly what the contract gives players before the reveal", () => {
    expect(openQuestionView(first, { round: 1, rounds: 2, startsAt: anInstant, endsAt: anInstant + 20_000 })).toEqual({
      questionId: first.id,
      text: "Question 1",
      options: ["right", "wrong", "odd"],
      optionIds: [expect.any(String), expect.any(String), expect.any(String)],
      type: "choice",
      media: { image: "/media/a.png", alt: "A" },
      round: 1,
      rounds: 2,
      startTime: "2026-11-21T09:00:00.000Z",
      endTime: "2026-11-21T09:00:20.000Z",
    });
  });
});

describe("closedQuestionView", () => {
  it("tells the right options, the explanation and how often each was taken", () => {
    const optionIds = openQuestionView(first, { round: 1, rounds: 2, startsAt: 0, endsAt: 0 }).optionIds;
    const counted = tallyView(first, { answered: 3, right: 2, counts: new Map([[String(optionIds[0]), 2], [String(optionIds[2]), 1]]) });
    expect(closedQuestionView(first, counted)).toEqual({
      questionId: first.id,
      correct: [optionIds[0]],
      explanation: "Because.",
      tally: { answered: 3, right: 2, options: { [String(optionIds[0])]: 2, [String(optionIds[1])]: 0, [String(optionIds[2])]: 1 } },
    });
  });

  it("tells of typed answers the ten most frequent texts", () => {
    const draft = quizDraftSchema.parse({ title: "Typed", questions: [{ type: "typed", text: "?", accepted: ["a"] }] });
    const typed = questionOf(versionOf(storeQuiz(draft, idsFrom())), 1);
    const counts = new Map([..."kjihgfedcba"].map((text, index) => [text, text === "c" ? 9 : 1 + (index % 2)]));
    const { texts } = tallyView(typed, { answered: 24, right: 1, counts });
    expect(texts?.map(({ text, n }) => `${text}${n}`).join(" ")).toBe("c9 b2 d2 f2 h2 j2 a1 e1 g1 i1");
    expect(closedQuestionView(typed, { answered: 24, right: 1, texts })).not.toHaveProperty("explanation");
  });
});

describe("phaseView", () => {
  it("counts the lobby as round 0 and shows its automatic start", () => {
    const state: GameState = { ...gameOf(quiz), position: { phase: "lobby", startsAt: anInstant + 5_000 } };
    expect(phaseView(state, anInstant)).toEqual({ phase: "lobby", round: 0, rounds: 2, seq: 0, endTime: iso(anInstant + 5_000) });
  });

  it("shows the end of a wait only where the game goes on by itself", () => {
    expect(phaseView(after({}, "start", "tick", "reveal").state, anInstant)).not.toHaveProperty("endTime");
    const { state, now } = after({ pace: "auto" }, "start", "tick", "reveal", "next");
    expect(phaseView(state, now)).toMatchObject({ phase: "standings", endTime: iso(now + 5_000) });
  });

  it("lets what is left stand still while the game is paused", () => {
    const { state, now } = after({}, "start", "tick", "pause");
    const left = (later: number) => Date.parse(phaseView(state, later).endTime ?? "") - later;
    expect(left(now + 60_000)).toBe(left(now));
    const waiting = after({ pace: "auto" }, "start", "tick", "reveal", "pause");
    const leftOf = (later: number) => Date.parse(phaseView(waiting.state, later).endTime ?? "") - later;
    expect(leftOf(waiting.now + 60_000)).toBe(leftOf(waiting.now));
  });
});

describe("snapshotView", () => {
  it("is what the contract says in every phase", () => {
    const ways = [[], ["start"], ["start", "tick"], ["start", "tick", "pause"], ["start", "tick", "reveal"], ["start", "tick", "reveal", "next"], ["start", "skip", "skip"], ["end"]] as const;
    for (const way of ways) {
      const snapshot: unknown = JSON.parse(JSON.stringify(snapshotOf(after({}, ...way))));
      expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
    }
  });

  it("shows the question while it is open and, with the reveal, until the next countdown", () => {
    const shown = (...names: Parameters<typeof after>[1][]) => {
      const { question, closed } = snapshotOf(after({}, ...names));
      return [question?.questionId === first.id, closed?.questionId === first.id];
    };
    expect(shown("start")).toEqual([false, false]);
    expect(shown("start", "tick")).toEqual([true, false]);
    expect(shown("start", "tick", "reveal")).toEqual([true, true]);
    expect(shown("start", "tick", "reveal", "next")).toEqual([true, true]);
    expect(shown("start", "tick", "reveal", "next", "next")).toEqual([false, false]);
  });

  it("keeps a paused question's time for whoever comes in during the pause", () => {
    const { state, now } = after({}, "start", "tick", "pause");
    const later = snapshotOf({ state, now: now + 60_000 });
    expect(later).toMatchObject({ paused: true, serverTime: iso(now + 60_000), endTime: later.question?.endTime });
    expect(Date.parse(later.question?.endTime ?? "") - Date.parse(later.question?.startTime ?? "")).toBe(20_000);
    expect(Date.parse(later.question?.startTime ?? "") - now - 60_000).toBe(400);
  });

  it("shows the board when the settings let players see it", () => {
    const board = (settings: GameSettingsInput, ...names: Parameters<typeof after>[1][]) => snapshotOf(after(settings, ...names)).leaderboard.length;
    expect(board({}, "start")).toBe(1);
    expect(board({ leaderboard: "end" }, "start", "tick", "reveal")).toBe(0);
    expect(board({ leaderboard: "end" }, "start", "skip", "skip")).toBe(1);
    expect(board({ leaderboard: "end" }, "end")).toBe(1);
    expect(board({ leaderboard: "never" }, "end")).toBe(0);
  });

  it("says that a game was interrupted, and of no other one", () => {
    expect(snapshotOf(after({}, "end")).interrupted).toBe(true);
    expect(snapshotOf(after({}, "start", "skip", "skip", "next"))).not.toHaveProperty("interrupted");
  });
});
