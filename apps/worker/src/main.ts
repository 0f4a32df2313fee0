import { randomUUID } from "node:crypto";
import { createBoardRepository, createDatabase, createLeagueRepository, createScoreRepository, createSessionRepository, retentionOf } from "@quickfire/db";
import {
  agreeOnShards, connectRedis, createBlockedPeople, createBoardStore, createEndedSessions, createGameStore, createLogReader, createRecovery, createScoreEvents,
  forgetOtherVersions, startRedisClock,
} from "@quickfire/realtime";
import { createLogger, createMetrics, observeStore, serveOperations, startTracing } from "@quickfire/telemetry";
import { anomalySettingsOf } from "./anomalies/anomaly-variables";
import { createAnomalyWatch } from "./anomalies/watch-anomalies";
import { readWorkerEnv } from "./env";
import { createPostgresFigures } from "./figures/postgres-figures";
import { createRedisFigures } from "./figures/redis-figures";
import { watchStores } from "./figures/watch-stores";
import { createLogSaver } from "./log/save-log";
import { createGameVerifier } from "./log/verify-ended-games";
import { watchQueue } from "./log/watch-queue";
import { createRetentionKeeper } from "./privacy/keep-retention";
import { createRedisGuard } from "./recovery/guard-redis";
import { runProcess } from "./run-process";
import { createScoreKeeper } from "./scores/keep-scores";
import { createEndedSessionTeller } from "./sessions/tell-ended-sessions";
import { untilDone } from "./until-done";

await runProcess("worker", async (signal) => {
  const env = readWorkerEnv();
  const logger = createLogger({ service: "worker", level: env.LOG_LEVEL, node: env.NODE_NAME });
  const metrics = createMetrics({ service: "worker" });

  const database = createDatabase(env.DATABASE_URL, {
    maxConnections: 6,
    applicationName: env.NODE_NAME,
    onTiming: ({ operation, seconds }) => metrics.postgres.observe({ operation }, seconds),
  });
  const { sql } = database;
  let isSaving = () => false;
  const isReady = async () => isSaving() && (await sql`select 1`).length === 1;
  const operations = await serveOperations({ host: env.HOST, port: env.WORKER_OPS_PORT, metrics, isReady, logger });

  const connect = (role: "commands" | "blocking") =>
    untilDone(() => connectRedis(env.REDIS_URL, { role }), {
      signal,
      onFailure: (error, attempt) => attempt === 1 && logger.warn({ err: error }, "Redis is away; trying again"),
    });
  const redis = await connect("commands");
  const blocking = await connect("blocking");
  await agreeOnShards(redis, env.SHARDS);
  await forgetOtherVersions(redis);
  const clock = await startRedisClock(redis);

  const reader = createLogReader({ blocking, redis, shards: env.SHARDS, consumer: env.NODE_NAME });
  const tracing = await startTracing(env, { service: "worker", node: env.NODE_NAME });
  const verifier = createGameVerifier({ sql, logger, metrics });
  const recovery = createRecovery({ redis, clock, shards: env.SHARDS });
  const guard = createRedisGuard({ sql, recovery, region: env.REGION, holder: env.NODE_NAME, logger, metrics, newId: randomUUID });
  const saver = createLogSaver({ reader, sql, verifier, guard, logger, metrics, tracing });
  isSaving = saver.isSaving;
  const looks = [createRedisFigures({ redis, shards: env.SHARDS, metrics }), createPostgresFigures({ sql, metrics })];
  const watching = Promise.all([watchQueue({ reader, metrics, signal }), watchStores({ looks, metrics, signal })]);
  const observe = observeStore(metrics).call;
  const keeper = createScoreKeeper({
    sql, logger, metrics,
    scores: createScoreRepository(database),
    boards: createBoardRepository(database),
    leagues: createLeagueRepository(database),
    store: createBoardStore({ redis, observe }),
    events: createScoreEvents({ redis, observe }),
  });
  const keeping = keeper.run(signal);
  const anomalies = createAnomalyWatch({
    database, logger, metrics,
    blocked: createBlockedPeople(redis),
    store: await createGameStore({ redis, clock, shards: env.SHARDS, vouching: "worker" }),
    settings: anomalySettingsOf(env),
    everySeconds: env.ANOMALY_EVERY_SECONDS,
    blockMinutes: env.ANOMALY_BLOCK_MINUTES,
  });
  const looking = anomalies.run(signal);
  const retention = createRetentionKeeper({
    database, logger, metrics,
    store: createBoardStore({ redis, observe }),
    blocked: createBlockedPeople(redis),
    retention: retentionOf(env),
  });
  const forgetting = retention.run(signal);
  const telling = createEndedSessionTeller({ sessions: createSessionRepository(database), ended: createEndedSessions({ redis }), logger, metrics }).run(signal);
  logger.info("saving the log");
  await saver.run(signal);

  logger.info("stopping");
  await Promise.all([watching, keeping, looking, forgetting, telling]);
  clock.stop();
  await tracing?.stop();
  blocking.disconnect();
  redis.disconnect();
  await operations.close();
  await database.close();
});
