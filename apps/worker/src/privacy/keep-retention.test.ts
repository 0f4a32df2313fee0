import { randomUUID } from "node:crypto";
import { createBoardRepository, createDatabase, createLeagueRepository, createPrivacyRepository, createScoreRepository, createUserRepository, type Database, type Retention } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { type Board, participantIdSchema, type UserId, weekAt } from "@quickfire/engine";
import { connectRedis, createBlockedPeople, createBoardStore, createScoreEvents, type RedisClient } from "@quickfire/realtime";
import { createLogger, createMetrics } from "@quickfire/telemetry";
import { createTestDatabase, type RedisUnderTest, startRedis, type TestDatabase, waitFor } from "@quickfire/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createScoreKeeper } from "../scores/keep-scores";
import { createRetentionKeeper } from "./keep-retention";

const usual: Retention = { addressDays: 7, guestDays: 30, spentDays: 7, deadLetterDays: 30, everyMinutes: 5 };
const logger = createLogger({ service: "worker", level: "silent" });

let server: RedisUnderTest;
let fresh: TestDatabase;
let database: Database;
let redis: RedisClient;

beforeAll(async () => {
  [server, fresh] = await Promise.all([startRedis(), createTestDatabase({ migrate })]);
  database = createDatabase(fresh.url, { maxConnections: 5 });
  redis = await connectRedis(server.url);
});
afterAll(async () => {
  redis.disconnect();
  await database.close();
  await Promise.all([server.remove(), fresh.drop()]);
});

const boards = () => createBoardStore({ redis });

function newKeeper(store = boards()) {
  const metrics = createMetrics({ service: "worker", nodeDefaults: false });
  return { metrics, ...createRetentionKeeper({ database, store, blocked: createBlockedPeople(redis), retention: usual, logger, metrics }) };
}

/** Somebody with points on the boards of all time, the week and a country. */
async function rankedUser(): Promise<UserId> {
  const created = await createUserRepository(database).create({ name: "Ann", email: `${randomUUID()}@quickfire.test`, password: null, roles: ["learner"] });
  if (!created.ok) throw new Error(created.error);
  const { userId } = created.value;
  await database.sql`update users set country = 'VN' where id = ${userId}`;
  await createScoreRepository(database).add({ userId, source: "attempt", sourceId: randomUUID(), quizId: null, delta: 500, action: "test", ip: null, userAgent: null, at: new Date() });
  await tellBoards();
  return userId;
}
const tellBoards = () =>
  createScoreKeeper({
    sql: database.sql, scores: createScoreRepository(database), boards: createBoardRepository(database), leagues: createLeagueRepository(database), store: boards(),
    events: createScoreEvents({ redis }), logger, metrics: createMetrics({ service: "worker", nodeDefaults: false }),
  }).step();
const theirBoards = (): Board[] => [{ scope: "all" }, { scope: "weekly", period: weekAt(Date.now()).name }, { scope: "country", country: "VN" }];
const pointsOf = (userId: UserId) => Promise.all(theirBoards().map(async (board) => (await boards().points(board, [userId]))?.[0]));

it("takes a deleted account off every board and out of Redis, also where it is told of them again, late", async () => {
  const userId = await rankedUser();
  expect(await pointsOf(userId)).toEqual([500, 500, 500]);
  await createPrivacyRepository(database).eraseAccount(userId);
  await tellBoards();
  expect(await pointsOf(userId)).toEqual([null, null, null]);
  await createScoreRepository(database).add({ userId, source: "game", sourceId: randomUUID(), quizId: null, delta: 700, action: "test", ip: null, userAgent: null, at: new Date() });
  await tellBoards();
  await newKeeper().step();
  expect(await pointsOf(userId)).toEqual([null, null, null]);
  // The streams of points for other programs carry ids alone, and only so many.
  const keys = (await redis.keys("*")).filter((key) => key.includes("leaderboard"));
  for (const key of keys) {
    const type = await redis.type(key);
    const members = type === "zset" ? await redis.zrange(key, "0", "-1") : type === "hash" ? await redis.hkeys(key) : [];
    expect(members, key).not.toContain(userId);
  }
  expect(await database.sql`select 1 from user_scores where user_id = ${userId}`).toHaveLength(0);
});

it("counts what it forgot, lets go of guests' blocks, and does nothing the second time", async () => {
  const { sql } = database;
  const [gameId, participantId] = [randomUUID(), participantIdSchema.parse(randomUUID())];
  await sql`insert into game_outcomes (game_id, started_at, ended_at) values (${gameId}, now() - interval '31 days', now() - interval '31 days')`;
  await sql`insert into game_participants (game_id, participant_id, name, joined_at) values (${gameId}, ${participantId}, 'Mai', now() - interval '31 days')`;
  await sql`insert into blocks (game_id, participant_id) values (${gameId}, ${participantId})`;
  const blocked = createBlockedPeople(redis);
  await blocked.bar({ participantId }, null);
  const keeper = newKeeper();
  expect(await keeper.step()).toEqual({ forgotten: 2, failed: 0 });
  expect(await blocked.find({ participantId })).toBeNull();
  expect(await keeper.step()).toEqual({ forgotten: 0, failed: 0 });
  expect(await keeper.metrics.registry.metrics()).toMatch(/quickfire_forgotten_total\{kind="guests",service="worker"\} 1/);
});

it("goes on with the rest where one kind fails, and comes back to it", async () => {
  const userId = await rankedUser();
  await createPrivacyRepository(database).eraseAccount(userId);
  await tellBoards();
  await database.sql`insert into dead_letters (shard, entry_id, reason, content, at) values ('s', '1-1', 'unreadable', '{}', now() - interval '31 days')`;
  const failing = newKeeper({ ...boards(), forget: () => Promise.reject(new Error("Redis is away")) });
  expect(await failing.step()).toEqual({ forgotten: 1, failed: 1 });
  expect(await database.sql`select 1 from user_scores where user_id = ${userId}`).toHaveLength(1);
  expect(await newKeeper().step()).toEqual({ forgotten: 0, failed: 0 });
  expect(await database.sql`select 1 from user_scores where user_id = ${userId}`).toHaveLength(0);
});

it("runs until it is stopped, and says when it came to the end", async () => {
  const keeper = newKeeper();
  const stop = new AbortController();
  const running = keeper.run(stop.signal);
  await waitFor(async () => !(await keeper.metrics.registry.metrics()).includes('quickfire_last_forgetting_seconds{service="worker"} 0'));
  stop.abort();
  await running;
});
