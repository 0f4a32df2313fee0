import { once } from "node:events";
import { createServer } from "node:net";
import { startRedis, waitFor, type RedisUnderTest } from "@quickfire/testing";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectRedis, type ConnectionRole } from "../src/connect-redis";
import { createBoardStore } from "../src/boards/create-board-store";
import { createScoreEvents } from "../src/boards/score-events";
import { createGameStore } from "../src/game-store/create-game-store";
import { createEventHub } from "../src/hub/create-event-hub";
import { createLogReader } from "../src/log/create-log-reader";
import { startRedisClock } from "../src/redis-clock";
import { answerTo, command, createTestGame, join, newUserId, standingsOf, testShards } from "./game-fixture";
import { recordedListener } from "./recorded-listener";

let server: RedisUnderTest;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("the probe listens on a port");
  return address.port;
}

/** A cluster of one node: it refuses whatever crosses slots, as a larger one does. */
beforeAll(async () => {
  server = await startRedis({
    appendonly: false,
    settings: { "cluster-enabled": "yes", "cluster-port": String(await freePort()), "cluster-announce-ip": "127.0.0.1" },
  });
  const redis = new Redis(server.url);
  await redis.cluster("ADDSLOTSRANGE", 0, 16_383);
  await waitFor(async () => String(await redis.cluster("INFO")).includes("cluster_state:ok"), { timeoutMs: 15_000 });
  redis.disconnect();
});
afterAll(() => server.remove());

it("plays a whole game on a cluster", async () => {
  const connect = (role?: ConnectionRole) => connectRedis(`${server.url},${server.url}`, { role });
  const [redis, subscriber, blocking] = [await connect(), await connect("subscriber"), await connect("blocking")];
  const clock = await startRedisClock(redis);
  const store = await createGameStore({ redis, clock, shards: testShards });
  const hub = createEventHub({ subscriber, redis, shards: testShards });
  const reader = createLogReader({ blocking, redis, shards: testShards, consumer: "worker" });
  const heard = recordedListener();

  const { gameId, quiz, pin, hostUserId } = await createTestGame(store, { countdown: 0, closeWhenAllAnswered: false });
  await hub.listen(gameId, heard.listener);
  const ann = await join(store, gameId, "Ann");
  await store.connected({ gameId, participantId: ann, connectionId: "one" });
  await command(store, gameId, "start");
  expect((await store.due()).advance).toContain(gameId);
  await store.advance(gameId);
  await waitFor(async () => {
    const [receipt] = await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: store.now() })]);
    return receipt?.result.accepted;
  });
  await store.publishLeaderboard(gameId);
  await command(store, gameId, "reveal");
  expect((await standingsOf(store, gameId, [ann])).get(ann)).toMatchObject({ score: 1_000, rank: 1 });
  expect((await store.snapshot({ gameId, participantId: ann, node: "a" }))?.snapshot.you).toMatchObject({ score: 1_000 });
  expect((await store.gamesOfHost(hostUserId)).map((game) => game.gameId)).toEqual([gameId]);
  await command(store, gameId, "end");
  await heard.until("quiz_ended");
  expect(await store.find(pin)).toBeNull();

  const deliveries = await reader.read({ count: 100, blockMs: 100 });
  expect(deliveries.flatMap((delivery) => ("entry" in delivery ? delivery.entry.events.map(({ type }) => type) : [delivery.problem]))).toContain("FINAL_STANDING");
  await reader.acknowledge(deliveries);
  expect(await reader.read({ count: 100, blockMs: 20 })).toEqual([]);
  expect(await reader.claimOrphans({ minIdleMs: 0, count: 10 })).toEqual([]);
  await reader.trim({ keepMs: 0, now: store.now() });
  expect((await reader.lag(store.now())).every(({ depth }) => depth === 0)).toBe(true);

  await hub.close();
  clock.stop();
  for (const client of [redis, subscriber, blocking]) client.disconnect();
});

it("brings users to several boards, and makes a board again, on a cluster", async () => {
  const redis = await connectRedis(`${server.url},${server.url}`);
  const boards = createBoardStore({ redis });
  const [all, country] = [{ scope: "all" }, { scope: "country", country: "VN" }] as const;
  const userId = newUserId();
  async function* places() {
    yield [{ userId, revision: 1, score: 10 }];
  }
  const updates = [all, country].map((board) => ({ board, userId, revision: 2, score: 20 }));
  expect((await boards.update(updates)).unknown).toEqual([all, country]);
  expect(await Promise.all([all, country].map((board) => boards.rebuild(board, places())))).toEqual([1, 1]);
  expect(await boards.update(updates)).toEqual({ touched: [all, country], unknown: [] });
  for (const board of [all, country]) expect((await boards.read(board, { limit: 1 }))?.rows).toEqual([{ userId, score: 20, rank: 1 }]);
  await createScoreEvents({ redis }).tell([{ changeId: userId, userId, quizId: null, delta: 1, newTotal: 1, at: "2026-11-21T17:00:00.000Z" }]);
  expect(await redis.xlen("score.events")).toBe(1);
  redis.disconnect();
});
