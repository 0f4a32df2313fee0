import { questionOf } from "@quickfire/engine";
import { buildTyped } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import {
  answerTo, buildQuizVersion, command, createTestGame, join, newGameId, newParticipantId, openNextQuestion, origin, testShards, threeChoices, useClockedStore,
} from "../../test/game-fixture";
import { logEntriesOf, logOf } from "../../test/traces";
import { gameKeys } from "../keys";

const clocked = useClockedStore();

async function openGame(settings: Parameters<typeof createTestGame>[1] = {}) {
  const { store, clock } = clocked();
  const game = await createTestGame(store, settings);
  const ann = await join(store, game.gameId, "Ann");
  const ben = await join(store, game.gameId, "Ben");
  await openNextQuestion(clocked(), game.gameId);
  const answer = (participantId: typeof ann, option: number, more: { round?: number; receivedAt?: number; actionId?: string } = {}) =>
    answerTo(game.quiz, more.round ?? 1, option, { participantId, receivedAt: more.receivedAt ?? clock.now(), actionId: more.actionId });
  const submit = async (...answers: ReturnType<typeof answer>[]) => (await store.submitAnswers(game.gameId, answers)).map(({ result }) => result);
  return { ...game, ann, ben, answer, submit };
}

describe("an accepted answer", () => {
  it("tells nothing of right or wrong where feedback waits for the reveal", async () => {
    const { submit, answer, ann, quiz } = await openGame();
    expect(await submit(answer(ann, 0, { actionId: "a" }))).toEqual([{ questionId: questionOf(quiz, 1).id, actionId: "a", accepted: true }]);
  });

  it("tells points, score and standing where feedback is instant", async () => {
    const { store, clock } = clocked();
    const { gameId, quiz, answer, ann, ben } = await openGame({ feedback: "instant" });
    await clock.advance(4_000);
    const [first, second] = await store.submitAnswers(gameId, [answer(ann, 0), answer(ben, 1)]);
    const { id: questionId } = questionOf(quiz, 1);
    expect(first).toEqual({
      participantId: ann,
      result: { questionId, accepted: true, correct: true, points: 900, score: 900 },
      standing: { questionId, correct: true, points: 900, score: 900, streak: 1, rank: 1 },
    });
    expect(second?.standing).toEqual({ questionId, correct: false, points: 0, score: 0, streak: 0, rank: 2, gapToNext: 900 });
  });

  it("is logged with the score before and after, the address and the words of the client", async () => {
    const { redis, clock } = clocked();
    const { gameId, submit, answer, ann } = await openGame();
    await submit(answer(ann, 0, { actionId: "tap" }));
    const [submitted, changed] = (await logOf(redis, gameId)).slice(-2);
    const option = questionOf((await clocked().store.quiz(gameId)) ?? threeChoices(), 1);
    expect(submitted).toMatchObject({
      type: "ANSWER_SUBMITTED", participantId: ann, round: 1, questionId: option.id, correct: true, points: 1_000, timeMs: 0, streak: 1,
      at: clock.now(), receivedAt: clock.now(), submission: { selectedOption: 0, actionId: "tap" }, origin,
    });
    expect(changed).toMatchObject({ type: "SCORE_CHANGED", participantId: ann, round: 1, action: "answer", actionId: "tap", oldScore: 0, newScore: 1_000, origin });
    expect(new Set([submitted?.eventId, changed?.eventId]).size).toBe(2);
  });

  it("leaves no score change in the log where it earned nothing", async () => {
    const { redis } = clocked();
    const { gameId, submit, answer, ben } = await openGame();
    await submit(answer(ben, 2));
    expect((await logOf(redis, gameId)).filter(({ type }) => type === "SCORE_CHANGED")).toEqual([]);
  });

  it("counts at the very end of the grace, and not a millisecond later", async () => {
    const { store, clock } = clocked();
    const { gameId, submit, answer, ann, ben } = await openGame({ graceMs: 300, closeWhenAllAnswered: false });
    const position = (await store.state(gameId))?.position;
    const endsAt = position?.phase === "question" ? position.endsAt : 0;
    await clock.set(endsAt + 300);
    expect(await submit(answer(ann, 0))).toMatchObject([{ accepted: true }]);
    await clock.set(endsAt + 301);
    expect(await submit(answer(ben, 0))).toMatchObject([{ accepted: false, reason: "TOO_LATE" }]);
  });

  it("has no more than its time limit, also within the grace", async () => {
    const { store, clock, redis } = clocked();
    const { gameId, submit, answer, ann } = await openGame({ closeWhenAllAnswered: false });
    const position = (await store.state(gameId))?.position;
    await clock.set((position?.phase === "question" ? position.endsAt : 0) + 200);
    await submit(answer(ann, 0));
    expect((await logOf(redis, gameId)).at(-1)).toMatchObject({ newScore: 500 });
    expect((await logOf(redis, gameId)).at(-2)).toMatchObject({ timeMs: 20_000, points: 500 });
  });
});

describe("latency compensation", () => {
  it.each([[true, 950, 2_000], [false, 940, 2_400]])("gives half of a slow round trip back, or nothing: %s", async (latencyCompensation, points, timeMs) => {
    const { clock, redis } = clocked();
    const { gameId, submit, answer, ann } = await openGame({ latencyCompensation });
    await clock.advance(2_400);
    await submit({ ...answer(ann, 0), roundTripMs: 800 });
    expect((await logOf(redis, gameId)).find(({ type }) => type === "ANSWER_SUBMITTED")).toMatchObject({ points, timeMs });
  });
});

describe("a repeated answer", () => {
  it("gets the first one's result again, with the id of the message that it answers", async () => {
    const { submit, answer, ann, quiz } = await openGame({ feedback: "instant" });
    const [first] = await submit(answer(ann, 0, { actionId: "a" }));
    const [again] = await submit(answer(ann, 0, { actionId: "b" }));
    expect(again).toEqual({ ...first, questionId: questionOf(quiz, 1).id, actionId: "b", repeated: true });
  });

  it("says so where the choice differs, and the first choice stands", async () => {
    const { redis } = clocked();
    const { gameId, submit, answer, ann } = await openGame({ feedback: "instant" });
    await submit(answer(ann, 0));
    expect(await submit(answer(ann, 1))).toMatchObject([{ accepted: true, repeated: true, conflict: true, correct: true, score: 1_000 }]);
    expect((await logOf(redis, gameId)).at(-1)).toMatchObject({ type: "ANSWER_REJECTED", reason: "CONFLICT" });
  });

  it("counts once within one batch, in two at once, and through two nodes", async () => {
    const { store, otherNode } = clocked();
    const { gameId, answer, ann, ben } = await openGame();
    const other = await otherNode();
    await Promise.all([
      store.submitAnswers(gameId, [answer(ann, 0), answer(ann, 0), answer(ben, 0)]),
      other.submitAnswers(gameId, [answer(ann, 0), answer(ben, 0), answer(ben, 0)]),
    ]);
    expect((await store.tally(gameId))?.tally).toMatchObject({ answered: 2, right: 2 });
    await command(store, gameId, "reveal");
    expect((await store.leaderboard({ gameId, limit: 10 }))?.items.map(({ score }) => score)).toEqual([1_000, 1_000]);
  });

  it("gets its result also after the question closed, and in a later round", async () => {
    const { store } = clocked();
    const { gameId, submit, answer, ann } = await openGame();
    await submit(answer(ann, 0));
    await command(store, gameId, "reveal");
    expect(await submit(answer(ann, 0))).toMatchObject([{ accepted: true, repeated: true }]);
    await command(store, gameId, "next");
    await openNextQuestion(clocked(), gameId);
    expect(await submit(answer(ann, 3))).toMatchObject([{ accepted: true, repeated: true, conflict: true }]);
  });

  it("leaves nothing in the log where it is the same", async () => {
    const { redis } = clocked();
    const { gameId, submit, answer, ann } = await openGame();
    await submit(answer(ann, 0));
    const before = await logOf(redis, gameId);
    await submit(answer(ann, 0));
    expect(await logOf(redis, gameId)).toEqual(before);
  });
});

describe("a refused answer", () => {
  it("is NOT_IN_GAME from a stranger, from somebody removed, and to a game that is not there", async () => {
    const { store } = clocked();
    const { gameId, submit, answer, ann } = await openGame();
    await store.remove(gameId, ann, origin);
    expect(await submit(answer(newParticipantId(), 0), answer(ann, 0))).toMatchObject([{ reason: "NOT_IN_GAME" }, { reason: "NOT_IN_GAME" }]);
    expect(await store.submitAnswers(newGameId(), [answer(ann, 0)])).toMatchObject([{ result: { accepted: false, reason: "NOT_IN_GAME" } }]);
  });

  it("is WRONG_QUESTION for one of another quiz and for one that is still to come", async () => {
    const { store, clock } = clocked();
    const { gameId, submit, answer, ann } = await openGame();
    const foreign = answerTo(threeChoices(), 1, 0, { participantId: ann, receivedAt: clock.now(), actionId: "x" });
    expect(await submit(answer(ann, 0, { round: 2 }))).toMatchObject([{ reason: "WRONG_QUESTION" }]);
    expect(await store.submitAnswers(gameId, [foreign])).toMatchObject([{ result: { actionId: "x", accepted: false, reason: "WRONG_QUESTION" } }]);
  });

  it("is TOO_EARLY before the start time, and in the countdown", async () => {
    const { store, clock } = clocked();
    const { gameId, submit, answer, ann } = await openGame();
    expect(await submit(answer(ann, 0, { receivedAt: clock.now() - 1 }))).toMatchObject([{ reason: "TOO_EARLY" }]);
    await command(store, gameId, "reveal");
    await command(store, gameId, "next");
    await command(store, gameId, "next");
    expect(await submit(answer(ann, 0, { round: 2 }))).toMatchObject([{ reason: "TOO_EARLY" }]);
  });

  it("is PAUSED while the game is paused, and counts once it goes on", async () => {
    const { store, clock } = clocked();
    const { gameId, submit, answer, ann } = await openGame();
    await command(store, gameId, "pause");
    expect(await submit(answer(ann, 0))).toMatchObject([{ reason: "PAUSED" }]);
    await clock.advance(60_000);
    await command(store, gameId, "resume");
    expect(await submit(answer(ann, 0))).toMatchObject([{ accepted: true }]);
  });

  it("is TOO_LATE once the question was closed, also in the next round", async () => {
    const { store } = clocked();
    const { gameId, submit, answer, ann, ben } = await openGame();
    await command(store, gameId, "reveal");
    expect(await submit(answer(ann, 0))).toMatchObject([{ reason: "TOO_LATE" }]);
    await command(store, gameId, "next");
    await openNextQuestion(clocked(), gameId);
    expect(await submit(answer(ben, 0))).toMatchObject([{ reason: "TOO_LATE" }]);
  });

  it("is BAD_ANSWER where it is none of the question's", async () => {
    const { submit, answer, ann } = await openGame();
    expect(await submit(answer(ann, 9))).toMatchObject([{ accepted: false, reason: "BAD_ANSWER" }]);
  });

  it("is logged with its reason", async () => {
    const { redis } = clocked();
    const { gameId, submit, answer, ann } = await openGame();
    await submit(answer(ann, 9), answer(ann, 0, { round: 2 }));
    const rejected = (await logOf(redis, gameId)).filter(({ type }) => type === "ANSWER_REJECTED");
    expect(rejected).toMatchObject([{ reason: "BAD_ANSWER", round: 1, participantId: ann }, { reason: "WRONG_QUESTION", round: 2 }]);
  });

  it("does not believe a receipt from the future or from long ago", async () => {
    const { clock } = clocked();
    const { submit, answer, ann, ben } = await openGame({ closeWhenAllAnswered: false });
    await clock.advance(22_000);
    expect(await submit(answer(ann, 0, { receivedAt: clock.now() - 21_000 }), answer(ben, 0, { receivedAt: clock.now() + 9_000 }))).toMatchObject([
      { accepted: true }, { reason: "TOO_LATE" },
    ]);
  });
});

describe("a batch", () => {
  it("gives each answer its receipt, in their order, over several rounds and calls", async () => {
    const { store } = clocked();
    const { gameId, answer, ann, ben } = await openGame();
    const answers = Array.from({ length: 450 }, (_, n) => answer(n % 2 === 0 ? ann : ben, 0, { round: (n % 3) + 1, actionId: String(n) }));
    const receipts = await store.submitAnswers(gameId, answers);
    expect(receipts.map(({ result }) => result.actionId)).toEqual(answers.map((_, n) => String(n)));
    expect(receipts.every(({ result: { accepted } }, n) => accepted === (n % 3 === 0))).toBe(true);
  });

  it("computes the points anew where the time was extended since the state was read", async () => {
    const { store, clock, otherNode } = clocked();
    const { gameId, submit, answer, ann, ben } = await openGame({ feedback: "instant" });
    await submit(answer(ben, 0));
    const other = await otherNode();
    await other.command({ gameId, command: { name: "extend", seconds: 20 }, origin });
    await clock.advance(20_000);
    // Half of the forty seconds: with the limit that this node had read, only the half of the points would be left.
    expect(await submit(answer(ann, 0))).toMatchObject([{ accepted: true, points: 750 }]);
    expect(store.now()).toBe(clock.now());
  });

  it("is one entry of the log, without gaps in the numbers", async () => {
    const { redis } = clocked();
    const { gameId, submit, answer, ann, ben } = await openGame();
    await submit(answer(ann, 0), answer(ben, 1));
    await command(clocked().store, gameId, "end");
    const numbers = (await logEntriesOf(redis, gameId)).map(({ logNumber }) => logNumber);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe("streaks", () => {
  it("grow with right answers in a row, earn more each time, and break at a round without an answer", async () => {
    const { store, clock } = clocked();
    const { gameId, quiz } = await createTestGame(store, { feedback: "instant", speedWeight: 0 });
    const ann = await join(store, gameId, "Ann");
    const ben = await join(store, gameId, "Ben");
    const gained: (number | undefined)[] = [];
    for (const round of [1, 2, 3]) {
      await openNextQuestion(clocked(), gameId);
      const from = (participantId: typeof ann) => answerTo(quiz, round, 0, { participantId, receivedAt: clock.now() });
      const receipts = await store.submitAnswers(gameId, round === 2 ? [from(ann)] : [from(ann), from(ben)]);
      gained.push(...receipts.map(({ result }) => result.points));
      await command(store, gameId, "reveal");
      if (round < 3) await command(store, gameId, "next");
    }
    expect(gained).toEqual([1_000, 1_000, 1_100, 1_200, 1_000]);
    expect((await store.standing(gameId, ann))?.streak).toBe(3);
    expect((await store.standing(gameId, ben))?.streak).toBe(1);
  });

  it("earn nothing on top where the game has them off", async () => {
    const { store, clock } = clocked();
    const { gameId, quiz } = await createTestGame(store, { feedback: "instant", streak: false });
    const ann = await join(store, gameId, "Ann");
    for (const round of [1, 2]) {
      await openNextQuestion(clocked(), gameId);
      const [receipt] = await store.submitAnswers(gameId, [answerTo(quiz, round, 0, { participantId: ann, receivedAt: clock.now() })]);
      expect(receipt?.result.points).toBe(1_000);
      await command(store, gameId, "reveal");
      await command(store, gameId, "next");
    }
  });
});

describe("tallies", () => {
  it("count typed words as they were understood, the most frequent first", async () => {
    const { store, clock } = clocked();
    const { gameId, quiz } = await createTestGame(store, {}, { quiz: buildQuizVersion({ questions: [buildTyped()] }) });
    const people = await Promise.all(["Ann", "Ben", "Cat", "Dan"].map((name) => join(store, gameId, name)));
    await openNextQuestion(clocked(), gameId);
    const texts = ["Colour ", "colour", "kolor", "=colour"];
    await store.submitAnswers(
      gameId,
      people.map((participantId, n) => ({
        participantId, receivedAt: clock.now(), origin,
        submission: { questionId: questionOf(quiz, 1).id, answer: { text: texts[n] } },
      })),
    );
    const { tally } = (await store.tally(gameId)) ?? {};
    expect(tally).toMatchObject({ answered: 4, right: 2 });
    expect(tally?.texts?.[0]).toEqual({ text: "colour", n: 2 });
    expect(tally?.texts?.map(({ text }) => text).slice(1).sort()).toEqual(["=colour", "kolor"]);
  });
});

describe("a batch", () => {
  it("is not spoiled for the others by one whose words are no honest text", async () => {
    const { store, clock } = clocked();
    const { gameId, quiz } = await createTestGame(store, {}, { quiz: buildQuizVersion({ questions: [buildTyped()] }) });
    const texts = ["\ud83d", "a\u0000b", 'quote " and \\ud83d', "emoji 😀\u2028", "colour"];
    const people = await Promise.all(texts.map((_, n) => join(store, gameId, `Player ${n}`)));
    await openNextQuestion(clocked(), gameId);
    const receipts = await store.submitAnswers(
      gameId,
      people.map((participantId, n) => ({ participantId, receivedAt: clock.now(), origin, submission: { questionId: questionOf(quiz, 1).id, answer: { text: texts[n] }, actionId: "\ud83d" } })),
    );
    expect(receipts.map(({ result }) => result.reason ?? "ACCEPTED")).toEqual(["BAD_ANSWER", "BAD_ANSWER", "ACCEPTED", "ACCEPTED", "ACCEPTED"]);
    expect((await store.tally(gameId))?.tally).toMatchObject({ answered: 3, right: 1 });
  });
});

describe("a time of one's own", () => {
  /** 20 s for everybody, 30 for Ann, and no timer for Cat. */
  async function unevenGame(settings: Parameters<typeof createTestGame>[1] = {}) {
    const { store } = clocked();
    const game = await createTestGame(store, settings);
    const [ann, ben, cat] = [await join(store, game.gameId, "Ann"), await join(store, game.gameId, "Ben"), await join(store, game.gameId, "Cat")];
    await store.giveTime({ gameId: game.gameId, participantId: ann, percent: 150, origin });
    await store.giveTime({ gameId: game.gameId, participantId: cat, percent: 0, origin });
    await openNextQuestion(clocked(), game.gameId);
    const submit = async (participantId: typeof ann) => (await store.submitAnswers(game.gameId, [answerTo(game.quiz, 1, 0, { participantId, receivedAt: clocked().clock.now() })]))[0]?.result;
    const pass = async (ms: number) => {
      await clocked().clock.advance(ms);
      await store.stillConnected(game.gameId, [ann, ben, cat]);
    };
    return { ...game, ann, ben, cat, submit, pass };
  }

  it("costs no points: an answer is worth what the same part of everybody's time is worth", async () => {
    const { ann, ben, cat, submit, pass } = await unevenGame({ feedback: "instant" });
    await pass(10_000);
    expect(await submit(ben)).toMatchObject({ points: 750 });
    await pass(5_000);
    expect(await submit(ann)).toMatchObject({ points: 750 });
    expect(await submit(cat)).toMatchObject({ points: 1_000 });
  });

  it("holds the question, closed to the others, until who has it has answered, on whatever node; then it closes by itself", async () => {
    const { store, clock, otherNode } = clocked();
    const { gameId, ann, ben, cat, submit, pass } = await unevenGame({ closeWhenAllAnswered: false });
    await pass(20_301);
    expect(await store.advance(gameId)).toBe("not-due");
    expect(await submit(ben)).toMatchObject({ accepted: false, reason: "TOO_LATE" });
    await pass(9_000);
    expect(await submit(ann)).toMatchObject({ accepted: true });
    const other = await otherNode();
    expect(await other.advance(gameId)).toBe("not-due");
    await pass(120_000);
    expect(await submit(cat)).toMatchObject({ accepted: true });
    await clock.advance(250);
    expect((await other.due()).advance).toContain(gameId);
    expect(await other.advance(gameId)).toBe("advanced");
    expect((await store.state(gameId))?.position.phase).toBe("reveal");
  });

  it("ends as well, waits for nobody who has gone, and gives way to the host", async () => {
    const { store } = clocked();
    const first = await unevenGame();
    await first.submit(first.cat);
    await first.pass(30_301);
    expect(await first.submit(first.ann)).toMatchObject({ accepted: false, reason: "TOO_LATE" });
    expect(await store.advance(first.gameId)).toBe("advanced");

    const second = await unevenGame();
    await second.submit(second.cat);
    await second.pass(20_301);
    expect(await store.advance(second.gameId)).toBe("not-due");
    await store.remove(second.gameId, second.ann, origin);
    expect(await store.advance(second.gameId)).toBe("advanced");

    const third = await unevenGame();
    await third.pass(20_301);
    expect(await command(store, third.gameId, "reveal")).toMatchObject({ phase: "reveal" });
  });

  it("is told to who has it and to the host's list alone, logged, and not changed while a question is open", async () => {
    const { store, redis } = clocked();
    const { gameId, ann, ben } = await unevenGame();
    expect(await store.giveTime({ gameId, participantId: ben, percent: 200, origin })).toEqual({ ok: false, error: "WRONG_PHASE" });
    expect((await store.snapshot({ gameId, participantId: ann, node: "n" }))?.snapshot.you?.ownTime).toBe(150);
    expect(JSON.stringify((await store.snapshot({ gameId, participantId: ben, node: "n" }))?.snapshot)).not.toContain("ownTime");
    expect(JSON.stringify(await redis.xrange(gameKeys(gameId, testShards).events, "-", "+"))).not.toMatch(/ownTime|percent/);
    expect((await logOf(redis, gameId)).filter(({ type }) => type === "TIME_GIVEN")).toMatchObject([{ participantId: ann, percent: 150, origin }, { percent: 0 }]);
    await command(store, gameId, "reveal");
    await store.giveTime({ gameId, participantId: ann, percent: 100, origin });
    expect(await store.participant(gameId, ann)).not.toHaveProperty("ownTime");
  });
});
