import { randomUUID } from "node:crypto";
import { waitFor } from "@quickfire/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { command, createTestGame, join, testShards } from "../../test/game-fixture";
import { usePrivateRedis } from "../../test/private-redis";
import { connectRedis, type RedisClient } from "../connect-redis";
import type { GameStore } from "../game-store.types";
import { createGameStore } from "../game-store/create-game-store";
import { gameKeys, shardKeys } from "../keys";
import { vouchForNothing } from "../recovery/trust";
import { startRedisClock } from "../redis-clock";
import { createLogReader, type LogReader } from "./create-log-reader";
import type { LogDelivery } from "./log-delivery";

const server = usePrivateRedis();
let redis: RedisClient;
let store: GameStore;
let stopClock: () => void;
const connections: RedisClient[] = [];

beforeEach(async () => {
  redis = await connectRedis(server().url);
  await redis.flushall();
  const clock = await startRedisClock(redis);
  stopClock = clock.stop;
  store = await createGameStore({ redis, clock, shards: testShards });
});
afterEach(() => {
  stopClock();
  for (const connection of [redis, ...connections.splice(0)]) connection.disconnect();
});

async function openReader(consumer = randomUUID()): Promise<LogReader> {
  const blocking = await connectRedis(server().url, { role: "blocking" });
  connections.push(blocking);
  return createLogReader({ blocking, redis, shards: testShards, consumer });
}

const eventsIn = (deliveries: readonly LogDelivery[]) => deliveries.flatMap((delivery) => ("entry" in delivery ? delivery.entry.events : []));
const typesIn = (deliveries: readonly LogDelivery[]) => eventsIn(deliveries).map(({ type }) => type);

it("reads the entries of all shards, each game's in their order", async () => {
  const reader = await openReader();
  const games = await Promise.all([createTestGame(store), createTestGame(store), createTestGame(store)]);
  for (const { gameId } of games) {
    await join(store, gameId, "Ann");
    await command(store, gameId, "end");
  }
  const deliveries = await reader.read({ count: 100, blockMs: 100 });
  for (const { gameId } of games) {
    const ours = eventsIn(deliveries).filter((event) => event.gameId === gameId);
    expect(ours.map(({ type }) => type)).toEqual(["GAME_CREATED", "PARTICIPANT_JOINED", "PHASE_CHANGED", "GAME_ENDED", "FINAL_STANDING"]);
    expect(ours.map(({ logNumber, index }) => [logNumber, index])).toEqual([[1, 0], [2, 0], [3, 0], [3, 1], [4, 0]]);
  }
});

it("waits for the first entry, and gives up after a while", async () => {
  const reader = await openReader();
  expect(await reader.read({ count: 10, blockMs: 20 })).toEqual([]);
  const { gameId } = await createTestGame(store);
  await reader.read({ count: 10, blockMs: 20 });
  const reading = reader.read({ count: 10, blockMs: 5_000 });
  await join(store, gameId, "Ann");
  expect(typesIn(await reading)).toEqual(["PARTICIPANT_JOINED"]);
});

it("gives each entry to one reader of the group", async () => {
  const [one, two] = [await openReader(), await openReader()];
  const { gameId } = await createTestGame(store);
  for (let n = 1; n < 20; n += 1) await join(store, gameId, `player ${n}`);
  const [first, second] = [await one.read({ count: 12, blockMs: 50 }), await two.read({ count: 12, blockMs: 50 })];
  const ids = [...first, ...second].map(({ entryId }) => entryId);
  expect(ids).toHaveLength(20);
  expect(new Set(ids).size).toBe(20);
});

it("gives what a dead reader left behind to another one, with the same event ids", async () => {
  const dead = await openReader();
  const { gameId } = await createTestGame(store);
  await join(store, gameId, "Ann");
  await join(store, gameId, "Ben");
  const lost = await dead.read({ count: 10, blockMs: 50 });
  const heir = await openReader();
  expect(await heir.read({ count: 10, blockMs: 20 })).toEqual([]);
  expect(await heir.claimOrphans({ minIdleMs: 60_000, count: 10 })).toEqual([]);
  const claimed = await waitFor(async () => {
    const found = await heir.claimOrphans({ minIdleMs: 1, count: 10 });
    return found.length > 0 && found;
  });
  expect(eventsIn(claimed)).toEqual(eventsIn(lost));
  await heir.acknowledge(claimed);
  expect(await heir.claimOrphans({ minIdleMs: 0, count: 10 })).toEqual([]);
});

it("hands on an entry that it can't read, with its problem", async () => {
  const reader = await openReader();
  await redis.xadd(shardKeys(3).log, "*", "type", "odd");
  const [poison] = await reader.read({ count: 10, blockMs: 50 });
  expect(poison).toMatchObject({ shard: 3, fields: { type: "odd" }, problem: expect.stringContaining("type") });
  await reader.acknowledge([{ shard: 3, entryId: poison?.entryId ?? "" }]);
  expect((await reader.lag(store.now()))[3]).toEqual({ shard: 3, depth: 0, oldestAgeMs: 0 });
});

describe("trimming", () => {
  async function threeEntries() {
    const reader = await openReader();
    const { gameId } = await createTestGame(store);
    const log = gameKeys(gameId, testShards).log;
    for (const name of ["Ann", "Ben"]) {
      await join(store, gameId, name);
    }
    return { reader, log, deliveries: await reader.read({ count: 10, blockMs: 50 }) };
  }
  const length = (log: string) => redis.xlen(log);
  it("removes what is acknowledged and old enough, to the last entry, and nothing else", async () => {
    const { reader, log, deliveries } = await threeEntries();
    await reader.acknowledge(deliveries);
    await reader.trim({ keepMs: 60_000, now: store.now() });
    expect(await length(log)).toBe(3);
    await reader.trim({ keepMs: 0, now: store.now() + 1_000 });
    expect(await length(log)).toBe(0);
  });

  it("never removes what is not acknowledged, by whichever group", async () => {
    const { reader, log, deliveries } = await threeEntries();
    await reader.acknowledge(deliveries.slice(1));
    await reader.trim({ keepMs: 0, now: store.now() + 1_000 });
    expect(await length(log)).toBe(3);
    await reader.acknowledge(deliveries);
    await redis.xgroup("CREATE", log, "slow", "0");
    await reader.trim({ keepMs: 0, now: store.now() + 1_000 });
    expect(await length(log)).toBe(3);
  });
});

it("says how much waits in each shard, and for how long", async () => {
  const reader = await openReader();
  const { gameId } = await createTestGame(store);
  for (const name of ["Ann", "Ben"]) await join(store, gameId, name);
  const shard = Number(/\{s(\d+)\}/.exec(gameKeys(gameId, testShards).log)?.[1]);
  const lagOf = async () => (await reader.lag(store.now() + 5_000))[shard];
  expect(await lagOf()).toMatchObject({ shard, depth: 3 });
  expect((await lagOf())?.oldestAgeMs).toBeGreaterThanOrEqual(5_000);
  const deliveries = await reader.read({ count: 10, blockMs: 50 });
  expect(await lagOf()).toMatchObject({ depth: 3 });
  await reader.acknowledge(deliveries);
  expect(await lagOf()).toEqual({ shard, depth: 0, oldestAgeMs: 0 });
});

it("makes its groups again where Redis came back empty", async () => {
  const reader = await openReader();
  await reader.read({ count: 10, blockMs: 20 });
  await redis.flushall();
  await vouchForNothing(redis, testShards);
  const { gameId } = await createTestGame(store);
  await join(store, gameId, "Ann");
  expect(typesIn(await reader.read({ count: 10, blockMs: 100 }))).toEqual(["GAME_CREATED", "PARTICIPANT_JOINED"]);
});

it("says that Redis is away in a way that can be tried again", async () => {
  const reader = await openReader();
  await server().stop();
  await expect(reader.read({ count: 10, blockMs: 20 })).rejects.toMatchObject({ name: "InfrastructureError", retryable: true });
  await expect(reader.acknowledge([{ shard: 0, entryId: "1-0" }])).rejects.toMatchObject({ retryable: true });
  await server().restart();
});
