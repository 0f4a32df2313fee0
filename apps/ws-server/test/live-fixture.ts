import { randomUUID } from "node:crypto";
import { createTokens, createTrustedProxies, type SocketClaims } from "@quickfire/api/auth";
import {
  gameIdSchema, gameSettingsSchema, nicknameSkeleton, participantIdSchema, quizDraftSchema, quizIdSchema, quizVersionIdSchema, storeQuiz, userIdSchema,
  type GameId, type GameSettingsInput, type HostCommandName, type ParticipantId, type Pin, type QuizVersion, type UserId,
} from "@quickfire/engine";
import { connectRedis, createAnswerBatcher, createBlockedPeople, createEndedSessions, createEventHub, createGameStore, startDuePoller, startRedisClock, type GameStore, type Vouching } from "@quickfire/realtime";
import { createLogger, createMetrics, startTracing, traceBatches } from "@quickfire/telemetry";
import { buildChoice, buildQuiz, type QuizOfBuilders } from "@quickfire/testing";
import { afterAll, inject } from "vitest";
import { AnswersShown } from "../src/games/answers-shown";
import { defaultLimits, type Limits } from "../src/limits";
import { createLiveNode } from "../src/live-node";

export const secret = "a secret for tests, long enough for everyone";
export const webUrl = "http://localhost:3000";
export const tokens = createTokens({ secret, now: Date.now });
const origin = { ip: "127.0.0.1", userAgent: "test" };

/** How busy the machine is that runs these tests is not for a test to depend on: a node leaves something out where `pretendWaiting` says so. */
const load = { ...defaultLimits.load, strainedLagMs: Infinity, overloadedLagMs: Infinity };

export type TestNode = Awaited<ReturnType<typeof startNode>>;

export type NodeOptions = { name?: string; limits?: Partial<Limits>; trustedProxies?: string[]; redisUrl?: string; vouching?: Vouching; tracesTo?: string };

/** A whole node of ws-server on a free port, with connections to Redis and a game clock of its own. */
export async function startNode({ name = "node", limits = {}, trustedProxies = [], redisUrl = inject("redisUrl"), vouching = "nobody", tracesTo }: NodeOptions = {}) {
  const [redis, subscriber] = await Promise.all([connectRedis(redisUrl), connectRedis(redisUrl, { role: "subscriber" })]);
  const clock = await startRedisClock(redis);
  const store = await createGameStore({ redis, clock, shards: 16, vouching });
  const hub = createEventHub({ subscriber, redis, shards: 16 });
  const blocked = createBlockedPeople(redis);
  const ended = createEndedSessions({ redis });
  const metrics = createMetrics({ service: "test", nodeDefaults: false });
  const logs: Record<string, unknown>[] = [];
  const logger = createLogger({ service: "test", level: "debug", node: name, destination: { write: (line: string) => void logs.push(JSON.parse(line)) } });
  let waiting = 0;
  const tracing = await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: tracesTo, OTEL_TRACES_SAMPLER_ARG: 1 }, { service: "ws-server", node: name });
  const shown = tracing && new AnswersShown(tracing, store.now);
  const answers = createAnswerBatcher({ store: tracing ? traceBatches(store, { tracing, now: store.now, onCounted: shown?.counted }) : store });
  const node = createLiveNode({
    services: { store, answers, tokens, blocked, ended, metrics, tracing, logger, node: name },
    hub,
    shown,
    origins: [webUrl],
    trustedProxies: createTrustedProxies(trustedProxies),
    limits: { lingerMs: 100, load, ...limits },
    pendingAnswers: () => waiting,
  });
  const duePoller = startDuePoller({ store });
  const port = await node.listen(0, "127.0.0.1");
  let stopped: Promise<void> | null = null;
  const stop = (withinMs = 100): Promise<void> => {
    stopped ??= (async () => {
      await node.drain(withinMs);
      await duePoller.stop();
      await hub.close();
      await tracing?.stop();
      clock.stop();
      redis.disconnect();
      subscriber.disconnect();
    })();
    return stopped;
  };
  return { store, blocked, ended, metrics, logs, node, redis, clock, port, url: `ws://127.0.0.1:${port}`, stop, pretendWaiting: (answers: number) => void (waiting = answers) };
}

/** Nodes for the tests of one file, stopped after the last. */
export function useNodes(): (options?: NodeOptions) => Promise<TestNode> {
  const nodes: TestNode[] = [];
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
  });
  return async (options) => {
    const node = await startNode(options);
    nodes.push(node);
    return node;
  };
}

export type TestGame = { gameId: GameId; pin: Pin; quiz: QuizVersion; hostUserId: UserId };

/** Two questions whose first option is right; a question opens 400 ms after `start` or `next`. */
export async function createGame(store: GameStore, settings: GameSettingsInput = {}, quizOf: Partial<QuizOfBuilders> = {}): Promise<TestGame> {
  const content = storeQuiz(quizDraftSchema.parse(buildQuiz({ questions: [buildChoice(), buildChoice()], ...quizOf })), randomUUID);
  const quiz = { ...content, quizId: quizIdSchema.parse(randomUUID()), quizVersionId: quizVersionIdSchema.parse(randomUUID()) };
  const gameId = gameIdSchema.parse(randomUUID());
  const hostUserId = userIdSchema.parse(randomUUID());
  const { pin } = await store.create({ gameId, quiz, hostUserId, settings: gameSettingsSchema.parse({ countdown: 0, ...settings }) });
  return { gameId, pin, quiz, hostUserId };
}

export type TestPlayer = { gameId: GameId; participantId: ParticipantId; token: string; name: string };

export async function join(store: GameStore, { gameId }: Pick<TestGame, "gameId">, name: string): Promise<TestPlayer> {
  const joined = await store.join({ gameId, participantId: participantIdSchema.parse(randomUUID()), name, skeleton: nicknameSkeleton(name), avatar: 1, origin });
  if (!joined.ok) throw new Error(`${name} could not join: ${joined.error}`);
  const { participantId } = joined.value.participant;
  return { gameId, participantId, name, token: await tokens.participant.issue({ gameId, participantId }) };
}

export async function command(store: GameStore, { gameId }: Pick<TestGame, "gameId">, name: Exclude<HostCommandName, "extend">): Promise<void> {
  const moved = await store.command({ gameId, command: { name }, origin });
  if (!moved.ok) throw new Error(`${name} was refused: ${moved.error}`);
}

export const remove = (store: GameStore, { gameId, participantId }: TestPlayer) => store.remove(gameId, participantId, origin);

export const socketToken = (claims: SocketClaims): Promise<string> => tokens.socket.issue(claims);

export const questionId = (quiz: QuizVersion, round: number): string => {
  const question = quiz.questions[round - 1];
  if (!question) throw new Error(`the quiz has no round ${round}`);
  return question.id;
};
