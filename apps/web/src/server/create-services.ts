import { randomInt, randomUUID } from "node:crypto";
import { type AccountCache, createBoardService, createJoinPatterns, createLimits, createOpenStreams, createTokens, type WebServices } from "@quickfire/api";
import {
  createActionRepository, createApiKeyRepository, createAssignmentRepository, createAttemptRepository, createAuditRepository, createBoardRepository,
  createDatabase, createGameHostRepository, createGameRepository, createLeagueRepository, createLearnerRepository, createLinkedSignInRepository,
  createMailedTokenRepository, createPrivacyRepository, createQuizRepository, createRefreshTokenRepository, createReportRepository, createReviewRepository,
  createSessionRepository, createUserAdministration, createUserRepository, retentionOf,
} from "@quickfire/db";
import { createMailer } from "@quickfire/mail";
import {
  connectRedis, createAnswerBatcher, createBlockedPeople, createBoardStore, createBoardSubscriber, createEndedSessions, createGameStore, type GameStore, type RedisClient,
  startRedisClock,
} from "@quickfire/realtime";
import { verifyGame } from "@quickfire/db/verification";
import { type Logger, type Metrics, observeStore, startTracing, traceBatches, watchBatches } from "@quickfire/telemetry";
import { limitsOf, type WebEnv } from "../env";

export type Connected = { services: WebServices; isReady: () => Promise<boolean> };

/** The composition of web: two connections to Redis, one of them to listen, one pool for Postgres, and what stands on them. */
export async function createServices({ env, logger, metrics, accounts }: { env: WebEnv; logger: Logger; metrics: Metrics; accounts: AccountCache }): Promise<Connected> {
  const redis = await connectRedis(env.REDIS_URL, { onError: (error) => logger.warn({ err: error }, "Redis") });
  const abandon = (error: unknown): never => {
    // The next try opens a connection of its own.
    redis.disconnect();
    throw error;
  };
  const store = await createStore({ redis, env, metrics }).catch(abandon);
  const subscriber = await connectRedis(env.REDIS_URL, { role: "subscriber" }).catch(abandon);
  const tracing = await startTracing(env, { service: "web", node: env.NODE_NAME });
  const watched = watchBatches(store, metrics);
  const database = createDatabase(env.DATABASE_URL, {
    applicationName: env.NODE_NAME,
    onTiming: ({ operation, seconds }) => metrics.postgres.observe({ operation }, seconds),
  });

  const ended = createEndedSessions({ redis });

  return {
    services: {
      store,
      answers: createAnswerBatcher({ store: tracing ? traceBatches(watched, { tracing, now: store.now }) : watched }),
      tokens: createTokens({ secret: env.AUTH_SECRET, now: Date.now }),
      joinPatterns: createJoinPatterns({ secret: env.AUTH_SECRET, now: store.now }),
      limits: createLimits({ redis, settings: limitsOf(env), metrics }),
      mailer: createMailer({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM ?? `Quickfire <quickfire@${new URL(env.PUBLIC_WEB_URL).hostname}>`, logger }),
      adminEmail: env.ADMIN_EMAIL,
      accounts,
      users: createUserRepository(database),
      administration: createUserAdministration(database),
      sessions: createSessionRepository(database),
      mailedTokens: createMailedTokenRepository(database),
      linkedSignIns: createLinkedSignInRepository(database),
      apiKeys: createApiKeyRepository(database),
      refreshTokens: createRefreshTokenRepository(database),
      quizzes: createQuizRepository(database),
      games: createGameRepository(database),
      gameHosts: createGameHostRepository(database),
      reports: createReportRepository(database),
      boards: createBoardService({
        store: createBoardStore({ redis, observe: observeStore(metrics).call }),
        subscriber: createBoardSubscriber({ subscriber, onError: (error) => logger.warn({ err: error }, "a published board could not be read") }),
        boards: createBoardRepository(database),
        metrics,
        logger,
      }),
      streams: createOpenStreams({ metrics, ended }),
      leagues: createLeagueRepository(database),
      audit: createAuditRepository(database),
      review: createReviewRepository(database),
      verify: (gameId) => verifyGame(database.sql, gameId),
      blocked: createBlockedPeople(redis),
      ended,
      assignments: createAssignmentRepository(database),
      attempts: createAttemptRepository(database),
      actions: createActionRepository(database),
      learners: createLearnerRepository(database),
      privacy: createPrivacyRepository(database),
      retention: retentionOf(env),
      urls: { web: env.PUBLIC_WEB_URL, socket: env.PUBLIC_WS_URL },
      region: env.REGION,
      newId: randomUUID,
      randomInt: (limit) => randomInt(limit),
      metrics,
      tracing,
      logger,
      node: env.NODE_NAME,
    },
    isReady: async () => {
      await Promise.all([redis.ping(), database.sql`select 1`]);
      return true;
    },
  };
}

async function createStore({ redis, env, metrics }: { redis: RedisClient; env: WebEnv; metrics: Metrics }): Promise<GameStore> {
  const clock = await startRedisClock(redis);
  return createGameStore({
    redis,
    clock,
    shards: env.SHARDS,
    vouching: "worker",
    observe: observeStore(metrics),
  });
}
