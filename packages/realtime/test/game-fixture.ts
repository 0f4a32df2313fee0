import { randomUUID } from "node:crypto";
import {
  gameIdSchema, gameSettingsSchema, nicknameSkeleton, participantIdSchema, questionOf, quizDraftSchema, quizIdSchema, quizVersionIdSchema, storeQuiz,
  userIdSchema, type GameId, type GameSettingsInput, type ParticipantId, type QuizVersion, type UserId, type YourStanding,
} from "@quickfire/engine";
import { buildChoice, buildQuiz, type QuizOfBuilders } from "@quickfire/testing";
import { afterAll, beforeAll, inject } from "vitest";
import { connectRedis, type RedisClient } from "../src/connect-redis";
import type { GameStore, MarkedAnswer, NewGame } from "../src/game-store.types";
import { createGameStore } from "../src/game-store/create-game-store";
import { clockedLibrary, dropLibrary, startTestClock } from "./clocked-library";

export const testShards = 16;
export const origin = { ip: "127.0.0.1", userAgent: "test" };

export const newGameId = (): GameId => gameIdSchema.parse(randomUUID());
export const newParticipantId = (): ParticipantId => participantIdSchema.parse(randomUUID());
export const newUserId = (): UserId => userIdSchema.parse(randomUUID());

export function buildQuizVersion(overrides: Partial<QuizOfBuilders> = {}): QuizVersion {
  const content = storeQuiz(quizDraftSchema.parse(buildQuiz(overrides)), randomUUID);
  return { ...content, quizId: quizIdSchema.parse(randomUUID()), quizVersionId: quizVersionIdSchema.parse(randomUUID()) };
}

/** Three alike: four options, the first one right, 20 s, 1,000 points. */
export const threeChoices = (): QuizVersion => buildQuizVersion({ questions: [buildChoice(), buildChoice(), buildChoice()] });

/** A Redis connection for the tests of one file. */
export function useRedis(): () => RedisClient {
  let redis: RedisClient | undefined;
  beforeAll(async () => {
    redis = await connectRedis(inject("redisUrl"));
  });
  afterAll(() => redis?.disconnect());
  return () => {
    if (!redis) throw new Error("the connection is there only while tests run");
    return redis;
  };
}

export type Clocked = { redis: RedisClient; store: GameStore; clock: Awaited<ReturnType<typeof startTestClock>>; otherNode: () => Promise<GameStore> };

/** A store whose time, and that of its functions, stands still until the test moves it. */
export function useClockedStore(replace: Readonly<Record<string, string>> = {}): () => Clocked {
  const redis = useRedis();
  let clocked: Clocked | undefined;
  const { library, clockKey } = clockedLibrary(replace);

  beforeAll(async () => {
    const clock = await startTestClock(redis(), clockKey);
    const open = () => createGameStore({ redis: redis(), clock, shards: testShards, library });
    clocked = { redis: redis(), clock, store: await open(), otherNode: open };
  });
  afterAll(async () => {
    await dropLibrary(redis(), library);
  });

  return () => {
    if (!clocked) throw new Error("the store is there only while tests run");
    return clocked;
  };
}

export async function createTestGame(store: GameStore, settings: GameSettingsInput = {}, overrides: Partial<NewGame> = {}) {
  const game: NewGame = { gameId: newGameId(), quiz: threeChoices(), hostUserId: newUserId(), settings: gameSettingsSchema.parse(settings), ...overrides };
  const { pin } = await store.create(game);
  return { ...game, pin };
}

export async function join(store: GameStore, gameId: GameId, name: string): Promise<ParticipantId> {
  const joined = await store.join({ gameId, participantId: newParticipantId(), name, skeleton: nicknameSkeleton(name), avatar: 1, origin });
  if (!joined.ok) throw new Error(`${name} could not join: ${joined.error}`);
  return joined.value.participant.participantId;
}

/** A choice of the round's question: 0 is the right one in `threeChoices`. */
export function answerTo(quiz: QuizVersion, round: number, option: number, from: { participantId: ParticipantId; receivedAt: number; actionId?: string }): MarkedAnswer {
  const { participantId, receivedAt, actionId } = from;
  return { participantId, receivedAt, origin, submission: { questionId: questionOf(quiz, round).id, selectedOption: option, actionId } };
}

export async function command(store: GameStore, gameId: GameId, name: "start" | "pause" | "resume" | "reveal" | "skip" | "void" | "next" | "back" | "lock" | "unlock" | "end") {
  const moved = await store.command({ gameId, command: { name }, origin });
  if (!moved.ok) throw new Error(`${name} was refused: ${moved.error}`);
  return moved.value;
}

/** What the nodes tell these participants of themselves. */
export async function standingsOf(store: GameStore, gameId: GameId, participantIds: readonly ParticipantId[]): Promise<Map<ParticipantId, YourStanding>> {
  const standings = new Map<ParticipantId, YourStanding>();
  for await (const part of store.standingsAfterReveal(gameId, participantIds)) for (const [participantId, standing] of part) standings.set(participantId, standing);
  return standings;
}

/** From the lobby or the standings to an open question, at the instant at which it opens. */
export async function openNextQuestion({ store, clock }: Pick<Clocked, "store" | "clock">, gameId: GameId): Promise<void> {
  const before = await store.state(gameId);
  await command(store, gameId, before?.position.phase === "lobby" ? "start" : "next");
  const counting = await store.state(gameId);
  await clock.set(counting?.dueAt ?? 0);
  await store.advance(gameId);
  const open = await store.state(gameId);
  if (open?.position.phase !== "question") throw new Error(`the question did not open: ${open?.position.phase}`);
  await clock.set(open.position.startsAt);
}
