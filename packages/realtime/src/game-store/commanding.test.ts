import { type GameId, questionOf } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { answerTo, command, createTestGame, join, newGameId, openNextQuestion, origin, testShards, useClockedStore } from "../../test/game-fixture";
import { eventsOf, logEntriesOf, logOf } from "../../test/traces";
import { gameKeys, hostGamesKey, pinKey, shardKeys } from "../keys";
import { shardOf } from "../shards";

const clocked = useClockedStore();

describe("a host's command", () => {
  it("moves the game, tells all, and logs who moved it from where", async () => {
    const { store, redis } = clocked();
    const { gameId } = await createTestGame(store);
    expect(await command(store, gameId, "start")).toEqual({ phase: "countdown", round: 1, seq: 1 });
    expect((await eventsOf(redis, gameId)).at(-1)).toMatchObject({ type: "phase_changed", payload: { phase: "countdown", round: 1, seq: 1 } });
    expect(await logOf(redis, gameId)).toMatchObject([
      { type: "GAME_CREATED" },
      { type: "GAME_STARTED", body: { by: "host" }, origin, index: 0 },
      { type: "PHASE_CHANGED", body: { from: "lobby", to: "countdown" }, origin, index: 1 },
    ]);
  });

  it("is refused where it does not apply", async () => {
    const { store } = clocked();
    const { gameId } = await createTestGame(store);
    expect(await store.command({ gameId, command: { name: "next" }, origin })).toEqual({ ok: false, error: "WRONG_PHASE" });
    expect((await store.state(gameId))?.seq).toBe(0);
  });

  it("is refused where it was meant for another seq", async () => {
    const { store } = clocked();
    const { gameId } = await createTestGame(store);
    await command(store, gameId, "start");
    expect(await store.command({ gameId, command: { name: "skip" }, expectedSeq: 0, origin })).toEqual({ ok: false, error: "STALE" });
    expect(await store.command({ gameId, command: { name: "skip" }, expectedSeq: 1, origin })).toMatchObject({ ok: true });
  });

  it("is refused for a game that is not there, and for one that is over", async () => {
    const { store } = clocked();
    expect(await store.command({ gameId: newGameId(), command: { name: "start" }, origin })).toEqual({ ok: false, error: "NOT_FOUND" });
    const { gameId } = await createTestGame(store);
    await command(store, gameId, "end");
    expect(await store.command({ gameId, command: { name: "end" }, origin })).toEqual({ ok: false, error: "ENDED" });
  });

  it("is done once where two hosts press the same button on two nodes", async () => {
    const { store, otherNode } = clocked();
    const { gameId } = await createTestGame(store);
    await openNextQuestion(clocked(), gameId);
    await command(store, gameId, "reveal");
    const other = await otherNode();
    const both = await Promise.all([store, other, store, other].map((node) => node.command({ gameId, command: { name: "next" }, origin })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await store.state(gameId)).toMatchObject({ position: { phase: "standings", round: 1 } });
  });

  it("ends and locks whatever moved the game meanwhile", async () => {
    const { store, otherNode } = clocked();
    const { gameId } = await createTestGame(store);
    const other = await otherNode();
    const [lock, start, end] = await Promise.all([
      store.command({ gameId, command: { name: "lock" }, origin }),
      other.command({ gameId, command: { name: "start" }, origin }),
      store.command({ gameId, command: { name: "end" }, origin }),
    ]);
    expect(end.ok).toBe(true);
    for (const other of [lock, start]) if (!other.ok) expect(["ENDED", "STALE"]).toContain(other.error);
    expect((await store.state(gameId))?.position.phase).toBe("ended");
  });
});

describe("the clock", () => {
  it("does nothing before the time", async () => {
    const { store } = clocked();
    const { gameId } = await createTestGame(store);
    await command(store, gameId, "start");
    expect(await store.advance(gameId)).toBe("not-due");
    expect(await store.advance(newGameId())).toBe("not-due");
  });

  it("moves a game once, however many nodes try", async () => {
    const { store, clock, otherNode, redis } = clocked();
    const { gameId } = await createTestGame(store);
    await command(store, gameId, "start");
    await clock.advance(2_600);
    const other = await otherNode();
    const tries = await Promise.all([store, other, store, other].map((node) => node.advance(gameId)));
    expect(tries.filter((outcome) => outcome === "advanced")).toHaveLength(1);
    expect((await eventsOf(redis, gameId)).filter(({ type }) => type === "new_question")).toHaveLength(1);
  });

  it("opens a question ahead of its start time, and closes it after the grace", async () => {
    const { store, clock, redis } = clocked();
    const { gameId, quiz } = await createTestGame(store, { graceMs: 300 });
    await command(store, gameId, "start");
    const startedAt = clock.now();
    await clock.advance(2_599);
    expect((await store.due()).advance).not.toContain(gameId);
    await clock.advance(1);
    expect((await store.due()).advance).toContain(gameId);
    await store.advance(gameId);
    const question = (await eventsOf(redis, gameId)).find(({ type }) => type === "new_question");
    expect(question?.payload).toMatchObject({ questionId: questionOf(quiz, 1).id, startTime: new Date(startedAt + 3_000).toISOString() });
    await clock.set(startedAt + 3_000 + 20_000 + 299);
    expect(await store.advance(gameId)).toBe("not-due");
    await clock.advance(1);
    expect(await store.advance(gameId)).toBe("advanced");
    expect((await store.state(gameId))?.position.phase).toBe("reveal");
  });

  it("asks Redis, not the node, whether the time has come", async () => {
    const { store, clock, redis } = clocked();
    const { gameId } = await createTestGame(store);
    await command(store, gameId, "start");
    // This node believes that it is later than it is.
    const { now } = clock;
    const ahead = Object.assign(clock, { now: () => now() + 10_000 });
    expect(await store.advance(gameId)).toBe("not-due");
    ahead.now = now;
    expect(await redis.zscore(gameKeys(gameId, testShards).due, gameId)).toBe(String((await store.state(gameId))?.dueAt));
  });

  it("never goes back for a game, also where that of Redis's machine is set back", async () => {
    const { store, clock } = clocked();
    const { gameId, quiz } = await createTestGame(store);
    const ann = await join(store, gameId, "Ann");
    await openNextQuestion(clocked(), gameId);
    await store.command({ gameId, command: { name: "extend", seconds: 5 }, origin });
    const movedAt = clock.now();
    await clock.advance(-90_000);
    const [receipt] = await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: movedAt })]);
    expect(receipt?.result).toMatchObject({ accepted: true });
    await command(store, gameId, "pause");
    expect((await store.state(gameId))?.paused).toMatchObject({ at: movedAt });
    await clock.set(movedAt);
  });

  it("ends a lobby that was forgotten for a day", async () => {
    const { store, clock } = clocked();
    const { gameId } = await createTestGame(store);
    await clock.advance(24 * 3_600_000);
    expect(await store.advance(gameId)).toBe("advanced");
    expect((await store.state(gameId))?.position).toMatchObject({ phase: "ended", interrupted: true });
  });

  it("says when what comes next is due", async () => {
    const { store, clock } = clocked();
    const scheduled: number[] = [];
    const stop = store.onScheduled((at) => scheduled.push(at));
    const { gameId } = await createTestGame(store);
    await command(store, gameId, "start");
    stop();
    await command(store, gameId, "pause");
    expect(scheduled).toContain(clock.now() + 24 * 3_600_000);
    expect(scheduled).toContain(clock.now() + 2_600);
    expect(scheduled).not.toContain(clock.now() + 6 * 3_600_000);
  });
});

describe("the reveal", () => {
  it("tells the right answer with the tally of that moment, and the board that it makes", async () => {
    const { store, clock, redis } = clocked();
    const { gameId, quiz } = await createTestGame(store);
    const ann = await join(store, gameId, "Ann");
    const ben = await join(store, gameId, "Ben");
    await openNextQuestion(clocked(), gameId);
    await store.submitAnswers(gameId, [
      answerTo(quiz, 1, 0, { participantId: ann, receivedAt: clock.now() }),
      answerTo(quiz, 1, 1, { participantId: ben, receivedAt: clock.now() }),
    ]);
    await command(store, gameId, "reveal");
    const events = await eventsOf(redis, gameId);
    const question = questionOf(quiz, 1);
    const ids = question.type === "choice" ? question.options.map(({ id }) => id) : [];
    expect(events.find(({ type }) => type === "question_closed")?.payload).toMatchObject({
      questionId: question.id, correct: [ids[0]],
      tally: { answered: 2, right: 1, options: { [ids[0] ?? ""]: 1, [ids[1] ?? ""]: 1, [ids[2] ?? ""]: 0, [ids[3] ?? ""]: 0 } },
    });
    expect(events.at(-1)).toEqual({
      type: "leaderboard_changed",
      payload: {
        leaderboard: [
          { participantId: ann, name: "Ann", score: 1_000, rank: 1 },
          { participantId: ben, name: "Ben", score: 0, rank: 2 },
        ],
      },
    });
  });
});

describe("a skipped round", () => {
  it("takes its points, times and streaks back, and says so in the log", async () => {
    const { store, clock, redis } = clocked();
    const { gameId, quiz } = await createTestGame(store, { feedback: "instant" });
    const ann = await join(store, gameId, "Ann");
    const answer = (round: number, option: number) => store.submitAnswers(gameId, [answerTo(quiz, round, option, { participantId: ann, receivedAt: clock.now() })]);
    await openNextQuestion(clocked(), gameId);
    await clock.advance(1_000);
    await answer(1, 0);
    await command(store, gameId, "reveal");
    const before = await store.standing(gameId, ann);
    await command(store, gameId, "next");
    await openNextQuestion(clocked(), gameId);
    await clock.advance(2_000);
    await answer(2, 0);
    expect((await store.standing(gameId, ann))?.score).toBeGreaterThan(before?.score ?? 0);
    await command(store, gameId, "skip");
    expect(await store.standing(gameId, ann)).toEqual(before);
    const undone = (await logOf(redis, gameId)).filter(({ type }) => type === "SCORE_CHANGED").at(-1);
    expect(undone).toMatchObject({ participantId: ann, action: "skip", round: 2, questionId: questionOf(quiz, 2).id, newScore: before?.score, origin });
    expect((await store.state(gameId))?.skippedRounds).toEqual([2]);

    // The streak goes on over the round that was left out.
    await clock.set((await store.state(gameId))?.dueAt ?? 0);
    await store.advance(gameId);
    await clock.advance(400);
    const [receipt] = await answer(3, 0);
    expect(receipt?.standing?.streak).toBe(2);
    await command(store, gameId, "end");
    const standing = (await logOf(redis, gameId)).find(({ type }) => type === "FINAL_STANDING");
    expect(standing).toMatchObject({ totalTimeMs: 1_000 });
  });

  it("leaves those alone who gave no answer, and who came in meanwhile", async () => {
    const { store } = clocked();
    const { gameId } = await createTestGame(store, { feedback: "instant" });
    const ann = await join(store, gameId, "Ann");
    await openNextQuestion(clocked(), gameId);
    const late = await join(store, gameId, "Ben");
    await command(store, gameId, "skip");
    expect(await store.standing(gameId, ann)).toEqual({ streak: 0, score: 0, rank: 1 });
    expect(await store.standing(gameId, late)).toEqual({ streak: 0, score: 0, rank: 1 });
  });
});

describe("a voided round", () => {
  it("takes its points back after the reveal, from nobody else, and says so in the log and to each", async () => {
    const { store, clock, redis } = clocked();
    const { gameId, quiz } = await createTestGame(store);
    const ann = await join(store, gameId, "Ann");
    await openNextQuestion(clocked(), gameId);
    await clock.advance(1_000);
    await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: clock.now() })]);
    await command(store, gameId, "reveal");
    const earned = (await store.standing(gameId, ann))?.score ?? 0;
    expect(earned).toBeGreaterThan(0);
    const late = await join(store, gameId, "Ben");

    await command(store, gameId, "void");
    expect(await store.standing(gameId, ann)).toEqual({ streak: 0, score: 0, rank: 1 });
    expect(await store.standing(gameId, late)).toEqual({ streak: 0, score: 0, rank: 1 });
    const { snapshot } = (await store.snapshot({ gameId, participantId: ann, node: "n1" })) ?? {};
    expect(snapshot).toMatchObject({ phase: "reveal", voided: true, you: { score: 0, answered: true } });
    expect(snapshot?.you?.last).toBeUndefined();
    const told = [];
    for await (const part of store.standingsAfterReveal(gameId, [ann])) told.push(...part);
    expect(told).toEqual([[ann, { streak: 0, score: 0, rank: 1 }]]);

    const log = await logOf(redis, gameId);
    const changes = log.filter(({ type }) => type === "SCORE_CHANGED");
    expect(changes).toMatchObject([{ action: "answer", newScore: earned }, { participantId: ann, action: "void", oldScore: earned, newScore: 0, origin }]);
    expect(log.filter(({ type }) => type === "ANSWER_SUBMITTED")).toHaveLength(1);
    expect(log.at(-1)).toMatchObject({ type: "ROUND_VOIDED", body: { round: 1, questionId: questionOf(quiz, 1).id }, origin });
  });
});

describe("the end", () => {
  const standingEntries = async (gameId: GameId) => (await logEntriesOf(clocked().redis, gameId)).filter(({ events }) => events[0]?.type === "FINAL_STANDING");

  it("leaves everyone's final standing in the log, with shared ranks", async () => {
    const { store, clock, redis } = clocked();
    const { gameId, quiz } = await createTestGame(store, { closeWhenAllAnswered: false });
    const [ann, ben, cat, dan] = await Promise.all(["Ann", "Ben", "Cat", "Dan"].map((name) => join(store, gameId, name)));
    if (!ann || !ben || !cat || !dan) throw new Error("four have joined");
    await openNextQuestion(clocked(), gameId);
    const at = (participantId: typeof ann, option: number) => answerTo(quiz, 1, option, { participantId, receivedAt: clock.now() });
    await store.submitAnswers(gameId, [at(ann, 0), at(ben, 0)]);
    await clock.advance(200);
    await store.submitAnswers(gameId, [at(cat, 0)]);
    await command(store, gameId, "end");
    const standings = (await logOf(redis, gameId)).filter(({ type }) => type === "FINAL_STANDING");
    expect(standings.map((event) => (event.type === "FINAL_STANDING" ? [event.rank, event.score, event.totalTimeMs] : []))).toEqual([
      [1, 1_000, 0], [1, 1_000, 0], [1, 1_000, 200], [4, 0, 0],
    ]);
    expect(standings.at(-1)).toMatchObject({ participantId: dan, name: "Dan" });
  });

  it("spreads many final standings over several entries", async () => {
    const { store, clock } = clocked();
    const { gameId } = await createTestGame(store);
    await Promise.all(Array.from({ length: 620 }, (_, n) => join(store, gameId, `player ${n}`)));
    await command(store, gameId, "end");
    for (const waitMs of [1_000, 20]) {
      await clock.advance(waitMs);
      await store.advance(gameId);
    }
    const entries = await standingEntries(gameId);
    expect(entries.map(({ events }) => events.length)).toEqual([500, 120]);
    expect(new Set(entries.flatMap(({ events }) => events.map(({ eventId }) => eventId))).size).toBe(620);
  });

  it("goes on with the final standings where somebody left off, once for each player, with the ranks of the whole board", async () => {
    const { store, redis, clock, otherNode } = clocked();
    const { gameId, quiz } = await createTestGame(store, { closeWhenAllAnswered: false });
    const people = await Promise.all(Array.from({ length: 1_100 }, (_, n) => join(store, gameId, `player ${n}`)));
    await openNextQuestion(clocked(), gameId);
    // The first tie spans two parts, and so does the second.
    const right = people.slice(0, 700).map((participantId) => answerTo(quiz, 1, 0, { participantId, receivedAt: clock.now() }));
    for (let from = 0; from < right.length; from += 200) await store.submitAnswers(gameId, right.slice(from, from + 200));
    await command(store, gameId, "end");
    const { due } = shardKeys(shardOf(gameId, testShards));

    await store.advance(gameId);
    expect(await standingEntries(gameId), "not before its time").toHaveLength(0);
    await clock.advance(1_000);
    const other = await otherNode();
    await Promise.all([store.advance(gameId), other.advance(gameId), store.advance(gameId)]);
    expect(await standingEntries(gameId), "one part, whoever comes with it").toHaveLength(1);
    expect((await other.due()).nextAt).not.toBeNull();
    for (const node of [other, store]) {
      await clock.advance(20);
      await node.advance(gameId);
    }
    expect(await redis.zscore(due, gameId)).toBeNull();
    await clock.advance(10_000);
    await store.advance(gameId);

    const standings = (await standingEntries(gameId)).flatMap(({ events }) => events.flatMap((event) => (event.type === "FINAL_STANDING" ? [event] : [])));
    expect(standings).toHaveLength(1_100);
    expect(new Set(standings.map(({ participantId }) => participantId)).size).toBe(1_100);
    expect(standings.filter(({ rank, score }) => rank === 1 && score === 1_000)).toHaveLength(700);
    expect(standings.filter(({ rank, score }) => rank === 701 && score === 0)).toHaveLength(400);
    expect(await redis.pttl(gameKeys(gameId, testShards).game)).toBeGreaterThan(23 * 3_600_000);
  });

  it("gives the keys a day to live, and takes the game out of everything that lists it", async () => {
    const { store, redis, clock } = clocked();
    const { gameId, pin, hostUserId, quiz } = await createTestGame(store);
    const ann = await join(store, gameId, "Ann");
    await openNextQuestion(clocked(), gameId);
    await store.connected({ gameId, participantId: ann, connectionId: "one" });
    await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: clock.now() })]);
    await command(store, gameId, "end");

    const keys = await redis.keys(`*${gameId}*`);
    expect(keys.length).toBeGreaterThan(10);
    for (const key of keys) expect(await redis.pttl(key), key).toBeGreaterThan(23 * 3_600_000);
    expect(await redis.pttl(pinKey(pin))).toBeGreaterThan(23 * 3_600_000);
    const shard = shardKeys(shardOf(gameId, testShards));
    expect(await redis.zscore(shard.due, gameId)).toBeNull();
    expect(await redis.zscore(shard.dirty, gameId)).toBeNull();
    expect(await redis.zscore(hostGamesKey(hostUserId), gameId)).toBeNull();
    expect(await redis.pttl(shard.log)).toBe(-1);
    expect(await store.find(pin)).toBeNull();
    expect((await store.find(gameId))?.facts.gameId).toBe(gameId);
  });

  it("changes nothing any more, whoever still comes", async () => {
    const { store, redis, clock } = clocked();
    const { gameId, quiz } = await createTestGame(store);
    const ann = await join(store, gameId, "Ann");
    await openNextQuestion(clocked(), gameId);
    await command(store, gameId, "end");
    const [events, log] = [await eventsOf(redis, gameId), await logOf(redis, gameId)];
    await store.connected({ gameId, participantId: ann, connectionId: "one" });
    await store.disconnected({ gameId, participantId: ann, connectionId: "one" });
    await store.stillConnected(gameId, [ann]);
    await store.publishLeaderboard(gameId);
    const [late] = await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: clock.now() })]);
    expect(late?.result).toMatchObject({ accepted: false, reason: "TOO_LATE" });
    expect(await store.advance(gameId)).toBe("not-due");
    expect(await eventsOf(redis, gameId)).toEqual(events);
    expect(await logOf(redis, gameId)).toEqual(log);
    for (const key of await redis.keys(`*${gameId}*`)) expect(await redis.pttl(key), key).toBeGreaterThan(0);
  });
});
