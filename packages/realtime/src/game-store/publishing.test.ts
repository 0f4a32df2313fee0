import { describe, expect, it } from "vitest";
import { gameKeys } from "../keys";
import { answerTo, command, createTestGame, join, newGameId, openNextQuestion, origin, testShards, useClockedStore } from "../../test/game-fixture";
import { eventsOf } from "../../test/traces";

const clocked = useClockedStore();

const race = { feedback: "instant", leaderboard: "live", closeWhenAllAnswered: false } as const;

async function openRace() {
  const { store, clock, redis } = clocked();
  const game = await createTestGame(store, race);
  const { gameId } = game;
  const ann = await join(store, gameId, "Ann");
  const ben = await join(store, gameId, "Ben");
  await openNextQuestion(clocked(), gameId);
  await store.publishLeaderboard(gameId);
  await clock.advance(1_000);
  const answer = (participantId: typeof ann, option = 0) => store.submitAnswers(gameId, [answerTo(game.quiz, 1, option, { participantId, receivedAt: clock.now() })]);
  const boards = async () => (await eventsOf(redis, gameId)).filter(({ type }) => type === "leaderboard_changed").map(({ payload }) => ("leaderboard" in payload ? payload.leaderboard : []));
  return { ...game, ann, ben, answer, boards };
}

describe("the live board", () => {
  it("is published when its top has changed", async () => {
    const { store } = clocked();
    const { gameId, ann, ben, answer, boards } = await openRace();
    const before = await boards();
    await answer(ben);
    await store.publishLeaderboard(gameId);
    expect((await boards()).slice(before.length)).toEqual([
      [{ participantId: ben, name: "Ben", score: 975, rank: 1 }, { participantId: ann, name: "Ann", score: 0, rank: 2 }],
    ]);
  });

  it("is published at most every 500 ms by all nodes together, and the last change is never missed", async () => {
    const { store, clock, otherNode } = clocked();
    const { gameId, ann, ben, answer, boards } = await openRace();
    const other = await otherNode();
    const before = (await boards()).length;
    await answer(ann);
    await Promise.all([store, other, store].map((node) => node.publishLeaderboard(gameId)));
    await answer(ben);
    await Promise.all([store, other].map((node) => node.publishLeaderboard(gameId)));
    expect(await boards()).toHaveLength(before + 1);

    await clock.advance(499);
    expect((await store.due()).publish).not.toContain(gameId);
    await store.publishLeaderboard(gameId);
    expect(await boards()).toHaveLength(before + 1);
    await clock.advance(1);
    expect((await other.due()).publish).toContain(gameId);
    await other.publishLeaderboard(gameId);
    const published = await boards();
    expect(published).toHaveLength(before + 2);
    expect(published.at(-1)).toMatchObject([{ score: 975, rank: 1 }, { score: 975, rank: 1 }]);
    expect((await store.due()).publish).not.toContain(gameId);
  });

  it("is not published where nothing of its top has changed", async () => {
    const { store } = clocked();
    const { gameId, ann, answer, boards } = await openRace();
    const before = await boards();
    const last = (await store.leaderboard({ gameId, limit: 2 }))?.items.at(-1)?.participantId ?? ann;
    // Wrong, and the slowest of all: the rows and their order stay.
    await answer(last, 3);
    await store.publishLeaderboard(gameId);
    expect(await boards()).toEqual(before);
  });

  it("is published the less often the more there are to be told, and the last change is not missed", async () => {
    const { store, redis, clock } = clocked();
    const { gameId, ann, answer, boards } = await openRace();
    await clock.advance(500);
    await store.publishLeaderboard(gameId);
    await redis.hset(gameKeys(gameId, testShards).game, "participants", 40_000, "boardAt", clock.now());
    const before = await boards();
    await answer(ann);
    await clock.advance(500);
    await store.publishLeaderboard(gameId);
    expect(await boards()).toEqual(before);
    await clock.advance(1_500);
    expect((await store.due()).publish).toContain(gameId);
    await store.publishLeaderboard(gameId);
    expect(await boards()).toHaveLength(before.length + 1);
  });

  it("says when it will be published, as soon as an answer came", async () => {
    const { store, clock } = clocked();
    const { ann, answer } = await openRace();
    const scheduled: number[] = [];
    const stop = store.onScheduled((at) => scheduled.push(at));
    await answer(ann);
    stop();
    expect(scheduled).toEqual([clock.now()]);
  });
});

it("keeps the board still while results wait for the reveal, also where it is live", async () => {
  const { store, clock, redis } = clocked();
  const { gameId, quiz } = await createTestGame(store, { leaderboard: "live", feedback: "reveal", closeWhenAllAnswered: false });
  const ann = await join(store, gameId, "Ann");
  await openNextQuestion(clocked(), gameId);
  await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: clock.now() })]);
  await clock.advance(1_000);
  await store.publishLeaderboard(gameId);
  const shown = () => eventsOf(redis, gameId).then((events) => events.filter(({ type }) => type === "leaderboard_changed").map(({ payload }) => JSON.stringify(payload)));
  for (const board of await shown()) expect(board).toContain('"score":0');
  await command(store, gameId, "reveal");
  expect((await shown()).at(-1)).toContain('"score":1000');
});

it.each(["never", "end"] as const)("publishes no board during the game where it is shown %s", async (leaderboard) => {
  const { store, clock, redis } = clocked();
  const { gameId, quiz } = await createTestGame(store, { leaderboard, feedback: "instant" });
  const ann = await join(store, gameId, "Ann");
  await openNextQuestion(clocked(), gameId);
  await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: clock.now() })]);
  await store.publishLeaderboard(gameId);
  await command(store, gameId, "reveal");
  await clock.advance(1_000);
  await store.publishLeaderboard(gameId);
  expect((await eventsOf(redis, gameId)).map(({ type }) => type)).not.toContain("leaderboard_changed");
});

it("shows the board at the podium where it was kept for the end", async () => {
  const { store, redis } = clocked();
  const { gameId } = await createTestGame(store, { leaderboard: "end" });
  await join(store, gameId, "Ann");
  for (let round = 0; round < 3; round += 1) {
    const { position } = (await store.state(gameId)) ?? {};
    await command(store, gameId, position?.phase === "lobby" ? "start" : "skip");
  }
  await command(store, gameId, "skip");
  expect((await store.state(gameId))?.position.phase).toBe("podium");
  expect((await eventsOf(redis, gameId)).map(({ type }) => type)).toContain("leaderboard_changed");
});

describe("the lobby", () => {
  it("tells of many joins in one event, with the latest twenty by name", async () => {
    const { store, redis } = clocked();
    const { gameId } = await createTestGame(store);
    for (let n = 0; n < 25; n += 1) await join(store, gameId, `player ${n}`);
    await store.publishLeaderboard(gameId);
    const told = (await eventsOf(redis, gameId)).filter(({ type }) => type === "lobby_changed");
    expect(told).toHaveLength(1);
    const { payload } = told[0] ?? {};
    expect(payload).toMatchObject({ participants: 25, left: [] });
    const joined = payload && "joined" in payload ? payload.joined : [];
    expect(joined?.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, n) => `player ${n + 5}`));
  });

  it("tells of comings the less often the more are there to be told, and of an automatic start at once", async () => {
    const { store, redis, clock } = clocked();
    const { gameId } = await createTestGame(store, { start: "auto" });
    const told = async () => (await eventsOf(redis, gameId)).filter(({ type }) => type === "lobby_changed").length;
    await join(store, gameId, "Ann");
    await store.publishLeaderboard(gameId);
    await redis.hset(gameKeys(gameId, testShards).game, "participants", 4_000);
    const before = await told();

    const dan = await join(store, gameId, "Dan");
    await clock.advance(500);
    await store.publishLeaderboard(gameId);
    expect(await told()).toBe(before);
    await clock.advance(2_000);
    expect((await store.due()).publish).toContain(gameId);
    await store.publishLeaderboard(gameId);
    expect(await told()).toBe(before + 1);
    expect((await eventsOf(redis, gameId)).at(-1)?.payload).toMatchObject({ joined: [{ participantId: dan }] });

    await join(store, gameId, "Eve");
    await redis.hset(gameKeys(gameId, testShards).game, "lobbyChanged", "1");
    await clock.advance(500);
    await store.publishLeaderboard(gameId);
    expect(await told()).toBe(before + 2);
  });

  it("tells only where somebody is now who came and went and came", async () => {
    const { store, redis, clock } = clocked();
    const { gameId } = await createTestGame(store);
    const ann = await join(store, gameId, "Ann");
    const ben = await join(store, gameId, "Ben");
    await store.connected({ gameId, participantId: ann, connectionId: "1" });
    await store.disconnected({ gameId, participantId: ann, connectionId: "1" });
    await store.connected({ gameId, participantId: ann, connectionId: "2" });
    await store.remove(gameId, ben, origin);
    await store.publishLeaderboard(gameId);
    const { payload } = (await eventsOf(redis, gameId)).at(-1) ?? {};
    expect(payload).toEqual({ participants: 1, joined: [{ participantId: ann, name: "Ann", avatar: 1 }], left: [ben] });
    await clock.advance(500);
    const before = await eventsOf(redis, gameId);
    await store.publishLeaderboard(gameId);
    expect(await eventsOf(redis, gameId)).toEqual(before);
  });
});

it("does not tell all of connections that come and go during the game", async () => {
  const { store, redis, clock } = clocked();
  const { gameId } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  await openNextQuestion(clocked(), gameId);
  await store.publishLeaderboard(gameId);
  await clock.advance(1_000);
  const lobbyEvents = async () => (await eventsOf(redis, gameId)).filter(({ type }) => type === "lobby_changed").length;
  const before = await lobbyEvents();
  await store.connected({ gameId, participantId: ann, connectionId: "1" });
  await store.disconnected({ gameId, participantId: ann, connectionId: "1" });
  expect((await store.due()).publish).toContain(gameId);
  await store.publishLeaderboard(gameId);
  expect(await lobbyEvents()).toBe(before);
});

it("has nothing to publish for a game that is not there", async () => {
  await expect(clocked().store.publishLeaderboard(newGameId())).resolves.toBeUndefined();
});

it("names the next instant at which something is due", async () => {
  const { store, clock } = clocked();
  const { gameId } = await createTestGame(store);
  await command(store, gameId, "start");
  const { nextAt } = await store.due();
  expect(nextAt).toBeGreaterThan(clock.now());
  expect(nextAt).toBeLessThanOrEqual((await store.state(gameId))?.dueAt ?? 0);
});
