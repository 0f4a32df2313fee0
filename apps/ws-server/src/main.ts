import { createTokens } from "@quickfire/api/auth";
import type { GameId } from "@quickfire/engine";
import { connectRedis, createAnswerBatcher, createBlockedPeople, createEndedSessions, createEventHub, createGameStore, startDuePoller, startRedisClock } from "@quickfire/realtime";
import { createLogger, createMetrics, installLastResort, observeStore, serveOperations, startTracing, timed, traceBatches, watchBatches } from "@quickfire/telemetry";
import { EnvironmentError, type LiveEnv, readEnv } from "./env";
import { AnswersShown } from "./games/answers-shown";
import { createLiveNode } from "./live-node";

const stopWithinMs = 4_500;
const drainWithinMs = 3_000;

async function start(env: LiveEnv): Promise<void> {
  const logger = createLogger({ service: "ws-server", level: env.LOG_LEVEL, node: env.NODE_NAME });
  const metrics = createMetrics({ service: "ws-server" });
  const onError = (place: string) => (error: unknown) => {
    metrics.errors.inc({ place });
    logger.warn({ err: error }, `${place}: an error`);
  };

  const redis = await connectRedis(env.REDIS_URL, { onError: onError("redis") });
  const subscriber = await connectRedis(env.REDIS_URL, { role: "subscriber", onError: onError("redis") });
  const clock = await startRedisClock(redis);
  const store = await createGameStore({
    redis,
    clock,
    shards: env.SHARDS,
    vouching: "worker",
    observe: observeStore(metrics),
  });
  const hub = createEventHub({ subscriber, redis, shards: env.SHARDS, onError: onError("event hub") });
  const tracing = await startTracing(env, { service: "ws-server", node: env.NODE_NAME });
  const shown = tracing && new AnswersShown(tracing, store.now);
  const watched = watchBatches(store, metrics);
  const answers = createAnswerBatcher({ store: tracing ? traceBatches(watched, { tracing, now: store.now, onCounted: shown?.counted }) : watched });
  const tokens = createTokens({ secret: env.AUTH_SECRET, now: Date.now });

  const node = createLiveNode({
    services: { store, answers, tokens, blocked: createBlockedPeople(redis), ended: createEndedSessions({ redis }), metrics, tracing, logger, node: env.NODE_NAME },
    hub,
    shown,
    origins: [env.PUBLIC_WEB_URL, ...env.ALLOWED_ORIGINS],
    trustedProxies: env.TRUSTED_PROXIES,
    limits: { connections: env.MAX_CONNECTIONS },
    pendingAnswers: answers.pending,
  });
  /** Boards wait while there is too much else to do here; a node that is not as busy publishes them, or this one does a little later. */
  const publishLeaderboard = async (gameId: GameId): Promise<void> => {
    if (node.load.level() === "calm") await timed(metrics.leaderboardRefresh, {}, () => store.publishLeaderboard(gameId));
    else metrics.shed.inc({ what: "boards" });
  };
  const duePoller = startDuePoller({
    store: { ...store, publishLeaderboard },
    onError: onError("game clock"),
  });

  let stopping = false;
  const stop = async (exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info("stops: everybody is sent elsewhere");
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await node.drain(drainWithinMs);
    await duePoller.stop();
    await hub.close();
    clock.stop();
    await operations.close();
    await tracing?.stop();
    redis.disconnect();
    subscriber.disconnect();
    process.exit(exitCode);
  };

  /** Redis is reachable, has our functions, and is believed at least in part. */
  const isReady = async (): Promise<boolean> => (await store.trustedShards()) > 0 && !stopping;
  const operations = await serveOperations({ host: env.HOST, port: env.OPS_PORT, metrics, isReady, logger });
  const port = await node.listen(env.WS_PORT, env.HOST);
  installLastResort({ logger, metrics, stop: (exitCode) => void stop(exitCode) });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(0));
  logger.info({ port, region: env.REGION }, "ready for sockets");
}

/** In words that say what to do, and without a stack: the launcher shows them as they are. */
function fail(error: unknown): never {
  const problem = error instanceof Error ? error.message : String(error);
  process.stderr.write(problem.split("\n").map((line) => `ws-server: ${line}\n`).join(""));
  process.exit(1);
}

try {
  await start(readEnv());
} catch (error) {
  fail(error instanceof EnvironmentError || error instanceof Error ? error : new Error(String(error)));
}
