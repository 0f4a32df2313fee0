import { createDatabase, createReportRepository, type Database } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { createTestDatabase, type RedisUnderTest, startRedis, type TestDatabase, waitFor } from "@quickfire/testing";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { useBuiltWorker } from "./built-worker";
import { countPending, readLedger } from "./ledger";
import { type LiveEdge, openGame, openLiveEdge, playThrough } from "./live-game";
import { openRedisGate } from "./redis-gate";
import { watchWorker } from "./running-worker";

// Whole games are played here, and whole processes started, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const worker = useBuiltWorker();
let redisServer: RedisUnderTest;
let fresh: TestDatabase;
let database: Database;
let edge: LiveEdge;

beforeAll(async () => {
  [redisServer, fresh] = await Promise.all([startRedis(), createTestDatabase({ migrate })]);
  database = createDatabase(fresh.url, { maxConnections: 5 });
  edge = await openLiveEdge(redisServer.url);
});
afterAll(async () => {
  await edge.close();
  await database.close();
  await Promise.all([redisServer.remove(), fresh.drop()]);
});

const start = (env: { REDIS_URL?: string; NODE_NAME: string }) =>
  watchWorker(worker.start("main", { DATABASE_URL: fresh.url, REDIS_URL: redisServer.url, WORKER_OPS_PORT: "0", ...env }));

const untilVerified = (game: Parameters<ReturnType<typeof createReportRepository>["report"]>[0]) =>
  waitFor(async () => (await createReportRepository(database).report(game))?.verified, { timeoutMs: 15_000, what: "a verified report" });

it("loses nothing and doubles nothing when it is killed between the commit in Postgres and the acknowledgement in Redis", async () => {
  const gate = await openRedisGate({ redisUrl: redisServer.url, stopsAt: "xack" });
  const killed = await start({ REDIS_URL: gate.url, NODE_NAME: "killed" });
  await killed.untilReady(true);
  const lobby = await openGame(edge, database);
  await lobby.join("Ann");
  await gate.reached;
  await killed.kill("SIGKILL");
  await gate.close();

  const atDeath = await readLedger({ redis: edge.redis, sql: database.sql, gameId: lobby.gameId });
  expect(atDeath.stored.length).toBeGreaterThan(0);
  expect(atDeath.logged).toEqual(expect.arrayContaining(atDeath.stored));
  expect(await countPending(edge.redis)).toBeGreaterThan(0);

  const next = await start({ NODE_NAME: "next" });
  const game = await playThrough(edge, database);
  await untilVerified(game);
  await waitFor(async () => (await countPending(edge.redis)) === 0, { what: "nothing pending" });
  for (const gameId of [lobby.gameId, game.gameId]) {
    const { logged, stored } = await readLedger({ redis: edge.redis, sql: database.sql, gameId });
    expect(stored).toEqual(logged);
    expect(new Set(stored).size).toBe(stored.length);
  }
  expect(await next.metric("quickfire_postgres_seconds_count")).toBeGreaterThan(0);
  await next.kill("SIGTERM");
});

it("loses nothing and doubles nothing when workers are killed one after the other in the middle of things", async () => {
  const games = [playThrough(edge, database), playThrough(edge, database)];
  for (const life of ["first", "second", "third"]) {
    const short = await start({ NODE_NAME: "short-lived" });
    await short.untilReady(true);
    await short.kill(life === "second" ? "SIGTERM" : "SIGKILL");
  }
  const last = await start({ NODE_NAME: "last" });
  for (const game of await Promise.all(games)) {
    await untilVerified(game);
    const { logged, stored } = await readLedger({ redis: edge.redis, sql: database.sql, gameId: game.gameId });
    expect(stored).toEqual(logged);
  }
  await last.kill("SIGTERM");
});

it("stops cleanly within five seconds when told to, with all that it had in hand acknowledged", async () => {
  const told = await start({ NODE_NAME: "told" });
  await told.untilReady(true);
  const lobby = await openGame(edge, database);
  await lobby.join("Ann");
  const toldAt = performance.now();
  expect(await told.kill("SIGTERM")).toEqual({ code: 0, signal: null });
  expect(performance.now() - toldAt).toBeLessThan(5_000);
  expect(await countPending(edge.redis)).toBe(0);
});

it("does not start with another number of shards than this Redis has, and says which", async () => {
  const refused = await worker.runToEnd("main", { DATABASE_URL: fresh.url, REDIS_URL: redisServer.url, WORKER_OPS_PORT: "0", SHARDS: "8" });
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/^worker: SHARDS is 8, .+SHARDS=16\n$/) });
});

it("names every wrong variable on a line of its own", async () => {
  const refused = await worker.runToEnd("main", { WORKER_OPS_PORT: "none" });
  expect(refused).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^DATABASE_URL .+\nREDIS_URL .+\nWORKER_OPS_PORT .+\n$/) });
});
