import { randomUUID } from "node:crypto";
import { createDatabase, createGameRepository, createReportRepository, type Database } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { connectRedis, createLogReader, createRecovery, type LogDelivery, type LogReader, type RedisClient } from "@quickfire/realtime";
import { createLogger, createMetrics } from "@quickfire/telemetry";
import { createTestDatabase, type RedisUnderTest, startRedis, type TestDatabase, waitFor } from "@quickfire/testing";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createRedisGuard } from "../src/recovery/guard-redis";
import { createLogSaver } from "../src/log/save-log";
import { storeDeliveries } from "../src/log/store-deliveries";
import { createGameVerifier } from "../src/log/verify-ended-games";
import { watchQueue } from "../src/log/watch-queue";
import { type LiveEdge, openLiveEdge, playThrough, shards } from "./live-game";
import { forget, readStored } from "./stored-game";

// Whole games are played here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

// A Redis of its own: these workers would take the entries of other tests' games out of a shared log.
let redisServer: RedisUnderTest;
let fresh: TestDatabase;
let database: Database;
let edge: LiveEdge;
let redis: RedisClient;
const connections: RedisClient[] = [];

beforeAll(async () => {
  [redisServer, fresh] = await Promise.all([startRedis(), createTestDatabase({ migrate })]);
  database = createDatabase(fresh.url, { maxConnections: 5 });
  edge = await openLiveEdge(redisServer.url);
  redis = edge.redis;
});
afterAll(async () => {
  await edge.close();
  for (const connection of connections) connection.disconnect();
  await database.close();
  await Promise.all([redisServer.remove(), fresh.drop()]);
});

async function openReader(consumer: string, group?: string): Promise<LogReader> {
  const blocking = await connectRedis(redisServer.url, { role: "blocking" });
  connections.push(blocking);
  return createLogReader({ blocking, redis, shards, consumer, group });
}

async function startSaver(consumer: string) {
  const stop = new AbortController();
  const reader = await openReader(consumer);
  const logger = createLogger({ service: "worker", level: "silent" });
  const metrics = createMetrics({ service: "worker", nodeDefaults: false });
  const { sql } = database;
  const recovery = createRecovery({ redis, clock: edge.clock, shards });
  const guard = createRedisGuard({ sql, recovery, region: "", holder: consumer, logger, metrics, newId: randomUUID });
  const saver = createLogSaver({ reader, sql, verifier: createGameVerifier({ sql, logger, metrics }), guard, logger, metrics });
  const running = Promise.all([saver.run(stop.signal), watchQueue({ reader, metrics, signal: stop.signal })]);
  return {
    saver,
    metrics,
    reader,
    stop: async () => {
      stop.abort();
      await running;
    },
  };
}

describe("a game that was played", () => {
  it("is in Postgres to the last event, with a report that follows from its answers, and the log is empty", async () => {
    const worker = await startSaver("one");
    const game = await playThrough(edge, database);
    const report = await waitFor(async () => {
      const found = await createReportRepository(database).report({ gameId: game.gameId, hostUserId: game.hostUserId, include: { answers: true } });
      return found?.verified ? found : null;
    }, { timeoutMs: 10_000, what: "a verified report" });

    expect(worker.saver.isSaving()).toBe(true);
    expect(await createGameRepository(database).byId(game)).toMatchObject({ status: "ended", interrupted: true, participants: 3 });
    const board = await edge.store.leaderboard({ gameId: game.gameId, limit: 10 });
    expect(report.participants.map(({ participantId, name, score, rank }) => ({ participantId, name, score, rank }))).toEqual(board?.items);
    expect(report.participants.map(({ name, right, answered }) => [name, right, answered]).sort()).toEqual([["Ann", 2, 2], ["Ben", 2, 3], ["Dan", 0, 1]]);
    expect(report.questions.map(({ round, skipped = false, answered, right }) => [round, skipped, answered, right])).toEqual([
      [1, false, 2, 1],
      [2, true, 2, 2],
      [3, false, 3, 2],
      [4, false, 1, 1],
    ]);
    const skipped = report.answers?.filter(({ questionId }) => questionId === game.quiz.questions[1]?.id);
    expect(skipped).toMatchObject([{ points: 0, right: true }, { points: 0, right: true }]);

    const types = await database.sql<{ type: string; n: number }[]>`select type, count(*)::int as n from audit_events where game_id = ${game.gameId} group by type`;
    expect(Object.fromEntries(types.map(({ type, n }) => [type, n]))).toMatchObject({
      GAME_CREATED: 1, PARTICIPANT_JOINED: 4, PARTICIPANT_REMOVED: 1, GAME_STARTED: 1, QUESTION_OPENED: 4, ROUND_SKIPPED: 1,
      ANSWER_SUBMITTED: 9, ANSWER_REJECTED: 3, GAME_ENDED: 1, FINAL_STANDING: 3,
    });
    const changes = await database.sql`
      select old_score, new_score, action, ip, user_agent, at from audit_events
      where game_id = ${game.gameId} and type = 'SCORE_CHANGED' and participant_id = ${game.ann} order by seq, index`;
    expect(changes.map(({ action, ip, user_agent }) => [action, ip, user_agent])).toEqual([
      ["answer", "192.0.2.7", "a test"],
      ["answer", "192.0.2.7", "a test"],
      ["skip", "192.0.2.7", "a test"],
      ["answer", "192.0.2.7", "a test"],
    ]);
    expect(changes[2]).toMatchObject({ old_score: changes[1]?.["new_score"], new_score: changes[1]?.["old_score"] });

    const shardsWithWork = (await worker.reader.lag(Date.now())).filter(({ depth }) => depth > 0);
    expect(shardsWithWork).toEqual([]);
    await worker.stop();
    expect(worker.saver.isSaving()).toBe(false);
    expect(await database.sql`select * from dead_letters`).toEqual([]);
  });

  it("is stored the same whatever the order in which its entries are delivered, and however often", async () => {
    const game = await playThrough(edge, database);
    const reader = await openReader("model", "model");
    const deliveries: LogDelivery[] = [];
    await waitFor(async () => {
      const read = await reader.read({ count: 1_000, blockMs: 100 });
      deliveries.push(...read.filter((delivery) => "entry" in delivery && delivery.entry.gameId === game.gameId));
      return read.length === 0;
    });
    const { sql } = database;
    const none = () => undefined;
    await forget(sql, game.gameId);
    await storeDeliveries(sql, deliveries, none);
    const expected = await readStored(sql, game.gameId, ["verified"]);
    expect(expected["game_answers"]).toHaveLength(9);

    const orders = fc
      .tuple(fc.shuffledSubarray(deliveries, { minLength: deliveries.length }), fc.subarray(deliveries), fc.integer({ min: 1, max: deliveries.length }))
      .map(([all, again, size]) => {
        const delivered = [...all, ...again];
        return Array.from({ length: Math.ceil(delivered.length / size) }, (_, part) => delivered.slice(part * size, (part + 1) * size));
      });
    await fc.assert(
      fc.asyncProperty(orders, async (parts) => {
        await forget(sql, game.gameId);
        for (const part of parts) await storeDeliveries(sql, part, none);
        expect(await readStored(sql, game.gameId, ["verified"])).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it("is stored once by several workers together", async () => {
    const workers = await Promise.all(["two", "three", "four"].map(startSaver));
    const games = await Promise.all([playThrough(edge, database), playThrough(edge, database)]);
    for (const { gameId, hostUserId } of games) {
      await waitFor(async () => (await createReportRepository(database).report({ gameId, hostUserId }))?.verified, { timeoutMs: 10_000, what: "a verified report" });
      const [events] = await database.sql`
        select count(*)::int as n, count(distinct (epoch, seq, index))::int as different, max(seq) as last, count(distinct seq)::int as entries
        from audit_events where game_id = ${gameId}`;
      expect(events?.["n"]).toBe(events?.["different"]);
      expect(events?.["entries"]).toBe(events?.["last"]);
    }
    await Promise.all(workers.map((worker) => worker.stop()));
  });
});
