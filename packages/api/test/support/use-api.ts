import { randomInt, randomUUID } from "node:crypto";
import {
  createActionRepository, createApiKeyRepository, createAssignmentRepository, createAttemptRepository, createAuditRepository, createBoardRepository,
  createDatabase, createGameHostRepository, createGameRepository, createLeagueRepository, createLearnerRepository, createLinkedSignInRepository,
  createMailedTokenRepository, createPrivacyRepository, createQuizRepository, createRefreshTokenRepository, createReportRepository, createReviewRepository,
  createSessionRepository, createUserAdministration, createUserRepository, type Database, type Role,
} from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import {
  connectRedis, createAnswerBatcher, createBlockedPeople, createBoardStore, createBoardSubscriber, createEndedSessions, createGameStore, type RedisClient, startRedisClock,
} from "@quickfire/realtime";
import type { Mailer } from "@quickfire/mail";
import { verifyGame } from "@quickfire/db/verification";
import { createLogger, createMetrics } from "@quickfire/telemetry";
import { createTestDatabase } from "@quickfire/testing";
import { afterAll, beforeAll, inject } from "vitest";
import {
  addressBlock, appRouter, createAccountCache, createBoardService, createCallerFactory, createJoinPatterns, createLimits, createOpenStreams, createTokens,
  type HttpContext, type LimitSettings, type ParticipantClaims, type SignedIn, type WebServices,
} from "../../src";
import { limitNames } from "../../src/limits";
import { randomAddress } from "./random-address";
import { RestClient } from "./rest-client";

const generous = Object.fromEntries(limitNames.map((name) => [name, 10_000])) as LimitSettings;
const createCaller = createCallerFactory(appRouter);

export const password = "a-password-for-tests";

export type Person = SignedIn & { email: string; token: string; rest: RestClient };

export type SentLetter = Parameters<Mailer["send"]>[0];

export type ApiUnderTest = {
  services: WebServices;
  database: Database;
  redis: RedisClient;
  /** What the product logged, line by line. */
  logged: string[];
  /** What left by mail, in the order in which it was asked for. */
  letters: SentLetter[];
  context: (who?: { user?: SignedIn | null; participant?: ParticipantClaims | null; ip?: string }) => HttpContext;
  caller: (who?: { user?: SignedIn | null; participant?: ParticipantClaims | null; ip?: string }) => ReturnType<typeof createCaller>;
  rest: (token?: string, headers?: Record<string, string>) => RestClient;
  /** A new account; `rest` speaks with its access token. */
  person: (...roles: Role[]) => Promise<Person>;
};

/** The whole api on a real Redis and a real Postgres, for the tests of one file. */
export function useApi(limits: Partial<LimitSettings> = {}): () => ApiUnderTest {
  let api: ApiUnderTest | undefined;
  let close: () => Promise<void> = async () => undefined;

  beforeAll(async () => {
    const fresh = await createTestDatabase({ migrate });
    const redis = await connectRedis(inject("redisUrl"));
    const clock = await startRedisClock(redis);
    const store = await createGameStore({ redis, clock, shards: 16 });
    const database = createDatabase(fresh.url, { maxConnections: 5 });
    const logged: string[] = [];
    const letters: SentLetter[] = [];
    const subscriber = await connectRedis(inject("redisUrl"), { role: "subscriber" });
    const logger = createLogger({ service: "test", level: "info", destination: { write: (line: string) => void logged.push(line) } });
    const metrics = createMetrics({ service: "test", nodeDefaults: false });
    const ended = createEndedSessions({ redis });
    const services: WebServices = {
      store,
      answers: createAnswerBatcher({ store }),
      tokens: createTokens({ secret: "a-secret-for-tests-that-is-long-enough", now: Date.now }),
      joinPatterns: createJoinPatterns({ secret: "a-secret-for-tests-that-is-long-enough", now: store.now }),
      limits: createLimits({ redis, settings: { ...generous, ...limits }, metrics }),
      mailer: { send: async (letter) => void letters.push(letter) },
      adminEmail: "operator@quickfire.test",
      accounts: createAccountCache({ now: Date.now }),
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
      boards: createBoardService({ store: createBoardStore({ redis }), subscriber: createBoardSubscriber({ subscriber }), boards: createBoardRepository(database), metrics, logger }),
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
      retention: { addressDays: 7, guestDays: 30, spentDays: 7, deadLetterDays: 30, everyMinutes: 5 },
      urls: { web: "http://localhost:3000", socket: "ws://localhost:8090" },
      newId: randomUUID,
      randomInt: (limit) => randomInt(limit),
      metrics,
      logger,
      node: "test-1",
    };
    api = createApi({ services, database, redis, logged, letters });
    close = async () => {
      clock.stop();
      services.boards.close();
      services.streams.close();
      subscriber.disconnect();
      redis.disconnect();
      await database.close();
      await fresh.drop();
    };
  });
  afterAll(() => close());

  return () => {
    if (!api) throw new Error("the api is there only while tests run");
    return api;
  };
}

function createApi(parts: Pick<ApiUnderTest, "services" | "database" | "redis" | "logged" | "letters">): ApiUnderTest {
  const { services } = parts;
  // An address of its own for each caller, so that limits of one test are none of another's.
  const context: ApiUnderTest["context"] = ({ user = null, participant = null, ip = randomAddress() } = {}) => ({
    door: "http", services, user, participant, origin: { ip, userAgent: "tests" }, addressBlock: addressBlock(ip),
  });
  const rest: ApiUnderTest["rest"] = (token, headers) => new RestClient(services, { token, headers });
  return {
    ...parts,
    context,
    rest,
    caller: (who) => createCaller(context(who)),
    async person(...roles) {
      const email = `${randomUUID()}@quickfire.test`;
      const created = await services.users.create({ name: "Somebody", email, password, roles });
      if (!created.ok) throw new Error("a random address was taken");
      const sessionId = await services.sessions.begin({ userId: created.value.userId, device: "tests" });
      const user = { userId: created.value.userId, username: created.value.name, roles, sessionId };
      const token = await services.tokens.access.issue({ ...user, roles });
      return { ...user, email, token, rest: rest(token) };
    },
  };
}
