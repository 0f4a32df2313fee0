import { createDatabase, createReviewRepository, createUserRepository, type Database } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { anomalySettingsSchema } from "@quickfire/engine";
import { createBlockedPeople } from "@quickfire/realtime";
import { createLogger, createMetrics } from "@quickfire/telemetry";
import { createTestDatabase, type RedisUnderTest, startRedis, type TestDatabase, waitFor } from "@quickfire/testing";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createAnomalyWatch } from "../src/anomalies/watch-anomalies";
import { type LiveEdge, openGame, openLiveEdge } from "./live-game";
import { startWorker } from "./saving-worker";

// Games are played at their own pace here.
vi.setConfig({ testTimeout: 60_000 });

let redisServer: RedisUnderTest;
let fresh: TestDatabase;
let database: Database;
let edge: LiveEdge;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  [redisServer, fresh] = await Promise.all([startRedis(), createTestDatabase({ migrate })]);
  database = createDatabase(fresh.url, { maxConnections: 5 });
  edge = await openLiveEdge(redisServer.url);
  worker = await startWorker({ edge, database, redisUrl: redisServer.url, name: "watching" });
});
afterAll(async () => {
  await worker.stop();
  await edge.close();
  await database.close();
  await Promise.all([redisServer.remove(), fresh.drop()]);
});

function watchFor(everything: { blockMinutes: number }) {
  const metrics = createMetrics({ service: "worker", nodeDefaults: false });
  const blocked = createBlockedPeople(edge.redis);
  const watch = createAnomalyWatch({
    database, blocked, store: edge.store, metrics, everySeconds: 1, ...everything,
    // The quiz of these tests has four questions.
    settings: anomalySettingsSchema.parse({ fastAnswers: 3, humanMs: 500 }),
    logger: createLogger({ service: "worker", level: "silent" }),
  });
  return { watch, metrics, blocked };
}

/** A game in which Bot answers right at every opening, and Ann as people do; up to the reveal of the third question. */
async function playWithCheat(userId?: Parameters<Awaited<ReturnType<typeof openGame>>["join"]>[1]) {
  const game = await openGame(edge, database);
  const [ann, bot] = [await game.join("Ann"), await game.join("Bot", userId)];
  const right = [{ selectedOption: 0 }, { answer: { options: [0, 1] } }, { answer: { value: true } }];
  await game.command("start", "question");
  for (const [index, answer] of right.entries()) {
    await game.answer(index + 1, [[bot, answer]]);
    // How long somebody took is what the rule is about: a person takes longer than `humanMs`.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await game.answer(index + 1, [[ann, answer]]);
    await game.command("reveal", "reveal");
    if (index === right.length - 1) break;
    await game.command("next", "standings");
    await game.command("next", "question");
  }
  await waitFor(async () => (await database.sql`select from game_answers where game_id = ${game.gameId}`).length === 6, { what: "the answers in Postgres" });
  return { ...game, ann, bot };
}

it("flags a cheat while the game runs, takes them out by itself for a while, and leaves everybody else alone", async () => {
  const created = await createUserRepository(database).create({ name: "Cheat", email: "cheat@quickfire.test", password: "a cheat's password", roles: ["learner"] });
  if (!created.ok) throw new Error(created.error);
  const { userId } = created.value;
  const { watch, metrics, blocked } = watchFor({ blockMinutes: 60 });
  const game = await playWithCheat(userId);
  await Promise.all([watch.look(), watch.look()]);

  const review = createReviewRepository(database);
  const open = await review.flags({ status: "open" });
  expect(open.ok && open.value.items).toMatchObject([{ rule: "answers-too-fast", strength: 3, participantId: game.bot, userId, name: "Bot", block: { automatic: true, subject: { userId } } }]);
  expect(open.ok && open.value.items).toHaveLength(1);
  const block = await blocked.find({ userId });
  expect(Date.parse(block?.until ?? "") - Date.now()).toBeGreaterThan(59 * 60_000);
  expect((await edge.store.participant(game.gameId, game.bot))?.removed).toBe(true);
  expect((await edge.store.participant(game.gameId, game.ann))?.removed).toBe(false);
  expect(await metrics.registry.metrics()).toMatch(/quickfire_unusual_scores_total\{[^}]*pattern="answers-too-fast"[^}]*\} 1/);

  await blocked.forgive({ userId });
  await watch.look();
  expect(await blocked.find({ userId })).toEqual(block);
});

it("blocks nobody by itself where that is switched off, and looks no more at a game that is over and checked", async () => {
  const { watch, blocked } = watchFor({ blockMinutes: 0 });
  const game = await playWithCheat();
  await game.command("end", "ended");
  await waitFor(async () => (await database.sql`select from game_outcomes where game_id = ${game.gameId} and verified`).length === 1, { what: "a verified game" });
  await watch.look();
  const flags = await database.sql`select status from anomaly_flags where game_id = ${game.gameId}`;
  expect([...flags]).toEqual([{ status: "open" }]);
  expect(await blocked.find({ participantId: game.bot })).toBeNull();
  const [outcome] = await database.sql`select examined_at is not null as examined, sealed_at is not null as sealed from game_outcomes where game_id = ${game.gameId}`;
  expect(outcome).toEqual({ examined: true, sealed: true });
});

it("goes on looking after a failure, and stops when it is told to", async () => {
  const { watch, metrics } = watchFor({ blockMinutes: 0 });
  const stopping = new AbortController();
  const running = watch.run(stopping.signal);
  stopping.abort();
  await running;
  const gone = createDatabase("postgres://nobody@127.0.0.1:1/none");
  const failing = createAnomalyWatch({ database: gone, blocked: createBlockedPeople(edge.redis), store: edge.store, settings: anomalySettingsSchema.parse({}), everySeconds: 1, blockMinutes: 0, logger: createLogger({ service: "worker", level: "silent" }), metrics });
  const failed = new AbortController();
  const failingRun = failing.run(failed.signal);
  await waitFor(async () => /quickfire_errors_total\{[^}]*place="anomalies"[^}]*\} 1/.test(await metrics.registry.metrics()), { what: "a counted failure" });
  failed.abort();
  await failingRun;
  await gone.close();
});
