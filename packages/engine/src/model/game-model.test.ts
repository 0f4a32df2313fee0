import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someAnswerTo } from "../../test/answers-to";
import { anInstant, factsOf, participantNumber, plainQuiz, quizVersion, settings } from "../../test/arbitraries";
import { addToBoardNumber, decodeBoardNumber, STARTING_BOARD_NUMBER } from "../board-number";
import { questionOf } from "../game-clock";
import type { HostCommandName } from "../game-state";
import type { GameSettingsInput } from "../settings";
import { createGameModel } from "./game-model";

const quiz = plainQuiz(4);
const [ann, ben, cam] = [participantNumber(1), participantNumber(2), participantNumber(3)];

/** Three players in a game on its way; without speed or streak an answer is worth 1,000 points or none. */
function playing(given: GameSettingsInput = {}) {
  const version = quiz;
  const model = createGameModel({ facts: factsOf(version, { speedWeight: 0, streak: false, ...given }), quiz: version, now: anInstant });
  let now = anInstant;
  for (const [participantId, name] of [[ann, "Ann"], [ben, "Ben"], [cam, "Cam"]] as const) model.join({ participantId, name }, now);
  const game = {
    model,
    now: () => now,
    wait(ms: number) {
      now += ms;
      return game;
    },
    host(...names: Exclude<HostCommandName, "extend">[]) {
      for (const name of names) expect(model.command({ name }, now).ok).toBe(true);
      return game;
    },
    tick() {
      now = model.state().dueAt ?? now;
      model.command({ name: "tick" }, now);
      return game;
    },
    /** Opens the question of the next round, and waits until it takes answers. */
    open() {
      if (model.state().position.phase === "lobby") game.host("start");
      if (model.state().position.phase === "question") game.host("reveal");
      while (model.state().position.phase !== "countdown") game.host("next");
      return game.tick().wait(400);
    },
    answer: (participantId = ann, selectedOption: string | number = "right", changes: { round?: number; actionId?: string; questionId?: string } = {}) => {
      const { position } = model.state();
      const round = changes.round ?? (position.phase === "lobby" ? 1 : position.round);
      const { questionId = questionOf(version, round).id, actionId } = changes;
      return model.answer({ participantId, questionId, raw: { selectedOption }, actionId, receivedAt: now });
    },
    scores: () => Object.fromEntries(model.standings().map(({ name, score, rank }) => [name, [score, rank]])),
  };
  return game;
}

describe("an answer in the model", () => {
  it("is accepted once, and a repeat gets the first receipt again", () => {
    const game = playing().open();
    expect(game.answer(ann, "right", { actionId: "a1" })).toEqual({ questionId: quiz.questions[0]?.id, actionId: "a1", accepted: true });
    expect(game.answer(ann, 0, { actionId: "a2" })).toMatchObject({ accepted: true, actionId: "a2", repeated: true });
    expect(game.answer(ann, 0)).not.toHaveProperty("actionId");
    expect(game.answer(ann, "right")).not.toHaveProperty("conflict");
    expect(game.answer(ann, "wrong")).toMatchObject({ accepted: true, repeated: true, conflict: true });
    expect(game.scores()).toMatchObject({ Ann: [1_000, 1], Ben: [0, 2], Cam: [0, 2] });
  });

  it("tells right or wrong, points and score only where feedback is instant", () => {
    const instant = playing({ feedback: "instant" }).open();
    expect(instant.answer()).toMatchObject({ correct: true, points: 1_000, score: 1_000 });
    expect(instant.answer(ben, "wrong")).toMatchObject({ correct: false, points: 0, score: 0 });
    expect(instant.answer(ann, "odd")).toMatchObject({ correct: true, points: 1_000, score: 1_000, repeated: true, conflict: true });
  });

  it("is refused by name", () => {
    const reason = (game: ReturnType<typeof playing>, ...answer: Parameters<typeof game.answer>) => game.answer(...answer).reason;
    const game = playing();
    expect(reason(game)).toBe("WRONG_QUESTION");
    game.host("start");
    expect(reason(game)).toBe("TOO_EARLY");
    game.tick();
    expect(reason(game)).toBe("TOO_EARLY");
    game.wait(400);
    expect(reason(game, participantNumber(9))).toBe("NOT_IN_GAME");
    expect(reason(game, ann, "right", { questionId: "none" })).toBe("WRONG_QUESTION");
    expect(reason(game, ann, "right", { round: 2 })).toBe("WRONG_QUESTION");
    expect(reason(game, ann, "nonsense")).toBe("BAD_ANSWER");
    game.host("pause");
    expect(reason(game)).toBe("PAUSED");
    game.host("resume", "reveal");
    expect(reason(game)).toBe("TOO_LATE");
    game.host("next", "next");
    expect(reason(game, ann, "right", { round: 1 })).toBe("TOO_LATE");
  });

  it("counts up to the last millisecond of the grace, and not one longer", () => {
    const game = playing({ graceMs: 300 }).open().wait(20_300);
    expect(game.answer(ann).accepted).toBe(true);
    expect(game.wait(1).answer(ben).reason).toBe("TOO_LATE");
    expect(game.model.standings()[0]).toMatchObject({ name: "Ann", totalMs: 20_000 });
  });

  it("keeps its receipt after the question closed, also in later rounds", () => {
    const game = playing().open();
    game.answer();
    game.host("reveal");
    expect(game.answer()).toMatchObject({ accepted: true, repeated: true });
    game.open();
    expect(game.answer(ann, "right", { round: 1 })).toMatchObject({ accepted: true, repeated: true });
  });

  it("is no answer of someone who was removed, but stays in the tally", () => {
    const game = playing().open();
    game.answer();
    expect(game.model.remove(ann, game.now())).toEqual({ ok: true, value: null });
    expect(game.answer().reason).toBe("NOT_IN_GAME");
    expect(game.model.tally()).toMatchObject({ answered: 1, right: 1 });
    expect(game.scores()).toEqual({ Ben: [0, 1], Cam: [0, 1] });
    expect(game.model.standing(ann)).toBeNull();
  });
});

describe("scores in the model", () => {
  it("grow with each right answer in a row, until a wrong or a missing one; skipped rounds are left out", () => {
    const game = playing({ streak: true }).open();
    game.answer(ann);
    game.answer(ben);
    game.open();
    game.answer(ann);
    game.host("skip").tick().wait(400);
    game.answer(ann);
    expect(game.scores()).toMatchObject({ Ann: [2_100, 1], Ben: [1_000, 2] });
    game.open();
    game.answer(ann, "wrong");
    game.answer(ben);
    expect(game.scores()).toMatchObject({ Ann: [2_100, 1], Ben: [2_000, 2] });
  });

  it("wait for the reveal where feedback does", () => {
    const game = playing({ leaderboard: "live", streak: true }).open();
    game.answer(ann);
    game.wait(1_000).answer(ben);
    expect(game.model.standing(ann)).toEqual({ score: 0, totalMs: 0, rank: 1, streak: 0 });
    expect(game.model.leaderboard().map(({ score }) => score)).toEqual([0, 0, 0]);
    game.host("reveal");
    expect(game.model.standing(ann)).toEqual({ score: 1_000, totalMs: 0, rank: 1, streak: 1 });
    expect(game.model.standing(ben)).toEqual({ score: 1_000, totalMs: 1_000, rank: 1, streak: 1 });
    expect(game.model.standing(cam)).toEqual({ score: 0, totalMs: 0, rank: 3, streak: 0, gapToNext: 1_000 });
    expect(game.model.events.at(-1)).toEqual({
      type: "leaderboard_changed",
      payload: { leaderboard: [{ participantId: ann, name: "Ann", score: 1_000, rank: 1 }, { participantId: ben, name: "Ben", score: 1_000, rank: 1 }, { participantId: cam, name: "Cam", score: 0, rank: 3 }] },
    });
  });

  it("move at once where feedback is instant, and an open question breaks no streak", () => {
    const game = playing({ feedback: "instant", leaderboard: "live" }).open();
    game.answer(ann);
    expect(game.model.standing(ann)).toMatchObject({ score: 1_000, streak: 1 });
    game.open();
    expect(game.model.standing(ann)).toMatchObject({ streak: 1 });
    game.host("reveal");
    expect(game.model.standing(ann)).toMatchObject({ streak: 0 });
  });

  it("are undone where an open question is skipped", () => {
    const game = playing().open();
    game.answer(ann);
    game.host("skip");
    expect(game.scores()).toEqual({ Ann: [0, 1], Ben: [0, 1], Cam: [0, 1] });
  });

  it("count when the game is ended in the middle of a question, and the tally is shown", () => {
    const game = playing().open();
    game.answer(ann);
    game.host("end");
    expect(game.model.events.map(({ type }) => type).slice(-3)).toEqual(["question_closed", "phase_changed", "quiz_ended"]);
    expect(game.model.events.at(-3)).toMatchObject({ payload: { tally: { answered: 1, right: 1 } } });
    expect(game.model.events.at(-1)).toMatchObject({ payload: { interrupted: true, finalLeaderboard: [{ name: "Ann", score: 1_000 }, {}, {}] } });
    expect(game.model.logged.at(-1)).toMatchObject({ type: "GAME_ENDED" });
  });

  it("fit the board number that Redis keeps", () => {
    fc.assert(
      fc.property(quizVersion(), settings, fc.array(fc.tuple(fc.nat(2), fc.nat(8), fc.nat(3_000)), { maxLength: 30 }), (version, given, tries) => {
        const model = createGameModel({ facts: factsOf(version, { ...given, feedback: "instant" }), quiz: version, now: anInstant });
        const numbers = new Map([ann, ben, cam].map((id) => [id, STARTING_BOARD_NUMBER]));
        for (const id of numbers.keys()) model.join({ participantId: id, name: `P${id}` }, anInstant);
        let now = anInstant;
        model.command({ name: "start" }, now);
        for (const [who, pick, waitMs] of tries) {
          now = Math.max(now, (model.state().dueAt ?? now) - 3_000 + waitMs);
          model.command({ name: "tick" }, now);
          model.command({ name: "next" }, now);
          const { position } = model.state();
          const id = [ann, ben, cam][who] ?? ann;
          if (position.phase !== "question") continue;
          const question = questionOf(version, position.round);
          const result = model.answer({ participantId: id, questionId: question.id, raw: { answer: someAnswerTo(question, pick) }, receivedAt: now });
          if (!result.accepted || result.repeated) continue;
          const elapsedMs = Math.min(now - position.startsAt, position.limitMs);
          numbers.set(id, addToBoardNumber(numbers.get(id) ?? 0, { points: result.points ?? 0, elapsedMs }));
        }
        for (const { participantId, score, totalMs } of model.standings()) expect(decodeBoardNumber(numbers.get(participantId) ?? 0)).toEqual({ points: score, totalMs });
      }),
    );
  });
});

describe("people in the model", () => {
  const join = (game: ReturnType<typeof playing>, name: string, idempotencyKey?: string, number = 7) =>
    game.model.join({ participantId: participantNumber(number), name, idempotencyKey }, game.now());

  it("come in once under a key, and never twice under a name that looks the same", () => {
    const game = playing();
    expect(join(game, "Dan", "k1")).toEqual({ ok: true, value: { participantId: participantNumber(7), repeated: false } });
    expect(join(game, "Dan", "k1", 8)).toEqual({ ok: true, value: { participantId: participantNumber(7), repeated: true } });
    expect(join(game, "Dana", "k1")).toEqual({ ok: false, error: "KEY_REUSED" });
    expect(join(game, "Dan")).toMatchObject({ ok: true, value: { repeated: true } });
    expect(join(game, "D A N", undefined, 9)).toEqual({ ok: false, error: "NAME_TAKEN" });
  });

  it("stay out of a locked, full or ended game", () => {
    expect(join(playing().host("lock"), "Dan")).toEqual({ ok: false, error: "LOCKED" });
    expect(join(playing({ maxParticipants: 3 }), "Dan")).toEqual({ ok: false, error: "FULL" });
    expect(join(playing().host("end"), "Dan")).toEqual({ ok: false, error: "ENDED" });
  });

  it("leave a name behind that nobody can take when they are removed", () => {
    const game = playing();
    game.model.remove(ann, game.now());
    expect(join(game, "Ann")).toEqual({ ok: false, error: "NAME_TAKEN" });
    expect(game.model.remove(participantNumber(9), game.now())).toEqual({ ok: false, error: "NOT_FOUND" });
    game.model.setPresent(ann, true, game.now());
    expect(game.host("end").model.remove(ben, game.now())).toEqual({ ok: false, error: "ENDED" });
  });

  it("start an automatic game by being there, and call it off by leaving", () => {
    const game = playing({ start: "auto" });
    expect(game.model.state()).toMatchObject({ dueAt: anInstant + 5_000, position: { phase: "lobby", startsAt: anInstant + 5_000 } });
    game.model.setPresent(ann, false, anInstant + 1_000);
    expect(game.model.state().position).toEqual({ phase: "lobby", startsAt: null });
    game.model.setPresent(ann, true, anInstant + 9_000);
    expect(game.tick().model.state().position).toMatchObject({ phase: "countdown", startsAt: anInstant + 14_000 });
  });

  it("close a question when all who are there have answered", () => {
    const game = playing();
    expect(game.model.everyoneAnswered()).toBe(false);
    game.open();
    expect(game.model.everyoneAnswered()).toBe(false);
    game.answer(ann);
    game.answer(ben, "wrong");
    expect(game.model.everyoneAnswered()).toBe(false);
    game.model.setPresent(cam, false, game.now());
    expect(game.model.everyoneAnswered()).toBe(true);
    expect(game.model.command({ name: "everyone-answered", round: 1 }, game.now()).ok).toBe(true);
    expect(game.model.state().position.phase).toBe("reveal");
    expect(game.model.command({ name: "everyone-answered", round: 1 }, game.now())).toEqual({ ok: false, error: "WRONG_PHASE" });
  });

  it("see no board where none may be shown", () => {
    const game = playing({ leaderboard: "never" }).open();
    game.answer(ann);
    game.host("reveal");
    expect(game.model.leaderboard()).toEqual([]);
    expect(game.model.standing(ann)).toMatchObject({ score: 1_000, rank: 1 });
  });
});
