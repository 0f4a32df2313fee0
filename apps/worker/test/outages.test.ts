import { createDatabase, createReportRepository, type Database } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import type { GameId } from "@quickfire/engine";
import { type PostgresUnderTest, type RedisUnderTest, startPostgres, startRedis, waitFor } from "@quickfire/testing";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { useBuiltWorker } from "./built-worker";
import { countPending, readLedger } from "./ledger";
import { type LiveEdge, openGame, openLiveEdge, playThrough } from "./live-game";
import { type RunningWorker, watchWorker } from "./running-worker";

// Servers are stopped and started here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const built = useBuiltWorker();
let postgres: PostgresUnderTest;
let redisServer: RedisUnderTest;
let database: Database;
let edge: LiveEdge;
let worker: RunningWorker;

beforeAll(async () => {
  [redisServer, postgres] = await Promise.all([startRedis(), startPostgres({ durable: true })]);
  await migrate(postgres.url);
  database = createDatabase(postgres.url, { maxConnections: 3 });
  edge = await openLiveEdge(redisServer.url);
  worker = await watchWorker(built.start("main", { DATABASE_URL: postgres.url, REDIS_URL: redisServer.url, WORKER_OPS_PORT: "0", NODE_NAME: "steady" }));
  await worker.untilReady(true);
});
afterAll(async () => {
  await worker.kill("SIGTERM");
  await edge.close();
  await database.close();
  await Promise.all([redisServer.remove(), postgres.remove()]);
});

/** Waits until Postgres has as many events as Redis has logged, and nothing is left to be acknowledged. */
async function untilAllStored({ gameId }: { gameId: GameId }) {
  const ledger = await waitFor(async () => {
    const { logged, stored } = await readLedger({ redis: edge.redis, sql: database.sql, gameId });
    return stored.length >= logged.length ? { logged, stored } : null;
  }, { timeoutMs: 15_000, what: "every logged event in Postgres" });
  await waitFor(async () => (await countPending(edge.redis)) === 0, { what: "nothing pending" });
  return ledger;
}

it("keeps what it can't save while Postgres is away, says so, and saves all of it when Postgres is back", async () => {
  const game = await openGame(edge, database);
  await game.join("Ann");
  await untilAllStored(game);

  await postgres.kill();
  for (const name of ["Ben", "Cat", "Dan"]) await game.join(name);
  await worker.untilReady(false);
  expect(await countPending(edge.redis)).toBeGreaterThan(0);
  expect(await waitFor(async () => (await worker.metric("quickfire_queue_depth")) || null, { what: "a queue that is seen" })).toBeGreaterThan(0);
  await postgres.restart();

  await worker.untilReady(true);
  const { logged, stored } = await untilAllStored(game);
  expect(stored).toEqual(logged);
  expect(worker.lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(["storing the log failed; nothing is lost, trying again", "storing the log works again"]));
});

it("says that it can't save while Redis is away, and goes on where it was when Redis is back", async () => {
  const game = await openGame(edge, database);
  await game.join("Ann");
  await untilAllStored(game);

  await redisServer.kill();
  await worker.untilReady(false);
  await redisServer.restart();
  await worker.untilReady(true);

  await waitFor(() => game.join("Ben").then(() => true, () => false), { what: "a join after Redis came back" });
  const { logged, stored } = await untilAllStored(game);
  expect(stored).toEqual(logged);
  expect(stored).toHaveLength(3);
});

it("starts while neither Redis nor Postgres is there, and saves as soon as both are", async () => {
  await worker.kill("SIGTERM");
  await Promise.all([redisServer.stop(), postgres.stop()]);
  worker = await watchWorker(built.start("main", { DATABASE_URL: postgres.url, REDIS_URL: redisServer.url, WORKER_OPS_PORT: "0", NODE_NAME: "early" }));
  await worker.untilReady(false);
  await Promise.all([redisServer.restart(), postgres.restart()]);
  await worker.untilReady(true);

  await edge.close();
  edge = await openLiveEdge(redisServer.url);
  const game = await playThrough(edge, database);
  const { logged, stored } = await untilAllStored(game);
  expect(stored).toEqual(logged);
  const verified = async () => (await createReportRepository(database).report(game))?.verified;
  expect(await waitFor(verified, { what: "a verified report" })).toBe(true);
});
