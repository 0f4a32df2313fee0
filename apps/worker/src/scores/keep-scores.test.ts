import { randomUUID } from "node:crypto";
import { createBoardRepository, createDatabase, createLeagueRepository, createScoreRepository, createUserRepository, type Database, type ScoreChange } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { type Board, boardName, lateMs, type UserId, weekAt } from "@quickfire/engine";
import { connectRedis, createBoardStore, createScoreEvents, type RedisClient } from "@quickfire/realtime";
import { createLogger, createMetrics } from "@quickfire/telemetry";
import { createTestDatabase, type RedisUnderTest, startRedis, type TestDatabase } from "@quickfire/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createScoreKeeper } from "./keep-scores";

const noon = Date.parse("2026-11-18T12:00:00.000Z");
const week = weekAt(noon);
const boardsOfWeek: Board = { scope: "weekly", period: week.name };

// A Redis of its own, since it is emptied here.
let server: RedisUnderTest;
let fresh: TestDatabase;
let database: Database;
let redis: RedisClient;
let now = noon;

beforeAll(async () => {
  [server, fresh] = await Promise.all([startRedis(), createTestDatabase({ migrate })]);
  database = createDatabase(fresh.url, { maxConnections: 8 });
  redis = await connectRedis(server.url);
});
beforeEach(async () => {
  now = noon;
  await redis.flushall();
  await database.sql`truncate users cascade`;
});
afterAll(async () => {
  redis.disconnect();
  await database.close();
  await Promise.all([server.remove(), fresh.drop()]);
});

const scores = () => createScoreRepository(database);
const store = () => createBoardStore({ redis });
const newKeeper = () =>
  createScoreKeeper({
    sql: database.sql, scores: scores(), boards: createBoardRepository(database), leagues: createLeagueRepository(database), store: store(),
    events: createScoreEvents({ redis }), logger: createLogger({ service: "worker", level: "silent" }), metrics: createMetrics({ service: "worker", nodeDefaults: false }), now: () => now,
  });

async function newUser(country: string | null = null): Promise<UserId> {
  const created = await createUserRepository(database).create({ name: "Ann", email: `${randomUUID()}@quickfire.test`, password: "a password", roles: ["learner"] });
  if (!created.ok) throw new Error(created.error);
  await database.sql`update users set country = ${country} where id = ${created.value.userId}`;
  return created.value.userId;
}
const earn = (userId: UserId, delta: number, more: Partial<ScoreChange> = {}) =>
  scores().add({ userId, source: "attempt", sourceId: randomUUID(), quizId: null, delta, action: "test", ip: null, userAgent: null, at: new Date(now), ...more });
const pointsOf = async (board: Board, userId: UserId) => (await store().points(board, [userId]))?.[0];
const everywhere = async (userId: UserId) => ({
  all: await pointsOf({ scope: "all" }, userId), week: await pointsOf(boardsOfWeek, userId), month: await pointsOf({ scope: "monthly", period: "2026-11" }, userId),
});

it("brings points to every board that they count on, and to a league, and tells each change once", async () => {
  const [ann, keeper] = [await newUser("VN"), newKeeper()];
  await earn(ann, 300);
  await keeper.step();
  await earn(ann, 50, { at: new Date(week.startsAt - 1) });
  await Promise.all([keeper.step(), newKeeper().step()]);
  expect(await everywhere(ann)).toEqual({ all: 350, week: 300, month: 350 });
  expect(await pointsOf({ scope: "country", country: "VN" }, ann)).toBe(350);
  expect((await redis.keys("leaderboard:*")).sort()).toEqual(["leaderboard:all", "leaderboard:country:VN", "leaderboard:monthly:2026-11", "leaderboard:weekly:2026-46", "leaderboard:weekly:2026-47"]);
  expect(await redis.xlen("score.events")).toBe(2);
  expect(await createLeagueRepository(database).leagueOf({ userId: ann, week: week.name })).toMatchObject({ tier: 0, seats: [{ userId: ann, points: 300 }] });
});

it("moves a user to the board of another country, and takes a closed account off all of them", async () => {
  const [ann, keeper] = [await newUser("VN"), newKeeper()];
  await earn(ann, 300);
  await keeper.step();
  await database.sql`update users set country = 'DE' where id = ${ann}`;
  await keeper.step();
  expect([await pointsOf({ scope: "country", country: "VN" }, ann), await pointsOf({ scope: "country", country: "DE" }, ann)]).toEqual([null, 300]);
  await database.sql`update users set disabled_at = now() where id = ${ann}`;
  await keeper.step();
  expect([await pointsOf({ scope: "country", country: "DE" }, ann), (await everywhere(ann)).all]).toEqual([null, null]);
});

it("takes points back out of the week in which they were earned", async () => {
  const [ann, keeper] = [await newUser(), newKeeper()];
  await earn(ann, 300, { at: new Date(week.startsAt - 1) });
  await earn(ann, 40);
  await earn(ann, -300, { source: "correction", earnedAt: new Date(week.startsAt - 1) });
  await keeper.step();
  expect(await everywhere(ann)).toEqual({ all: 40, week: 40, month: 40 });
  expect(await pointsOf({ scope: "weekly", period: "2026-46" }, ann)).toBeNull();
});

it("makes the boards again by itself when Redis comes back empty, though nobody earns anything", async () => {
  const [ann, keeper] = [await newUser("VN"), newKeeper()];
  await earn(ann, 300);
  await keeper.step();
  await redis.flushall();
  expect(await store().read({ scope: "all" }, { limit: 1 })).toBeNull();
  now += 5_000;
  await keeper.step();
  expect(await everywhere(ann)).toEqual({ all: 300, week: 300, month: 300 });
  expect(await pointsOf({ scope: "country", country: "VN" }, ann)).toBe(300);
});

it("archives a week once nothing late counts any more, ends its leagues, and lets Redis forget it", async () => {
  const [ann, ben, keeper] = [await newUser(), await newUser(), newKeeper()];
  await earn(ann, 300);
  await earn(ben, 100);
  await keeper.step();
  const expiry = await redis.pexpiretime(boardName(boardsOfWeek));
  expect(expiry).toBe(week.endsAt + lateMs);
  now = week.endsAt;
  await keeper.step();
  const leagues = createLeagueRepository(database);
  expect(await leagues.pastWeeksOf({ userId: ann, limit: 1 })).toMatchObject([{ week: week.name, rank: 1, outcome: "up" }]);
  const boards = createBoardRepository(database);
  expect(await boards.isArchived(boardsOfWeek)).toBe(false);
  now = week.endsAt + lateMs + 7 * 86_400_000;
  await keeper.step();
  expect(await boards.archivedTop({ board: boardsOfWeek, limit: 5 })).toEqual([{ userId: ann, score: 300, rank: 1 }, { userId: ben, score: 100, rank: 2 }]);
});
