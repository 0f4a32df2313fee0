import { randomUUID } from "node:crypto";
import { type GameId, gameIdSchema, gameSettingsSchema, pinSchema, type UserId } from "@quickfire/engine";
import type { Database } from "../src/database";
import { createGameRepository } from "../src/games/game-repository";
import { createQuizRepository } from "../src/quizzes/quiz-repository";
import { insertUser } from "./fresh-database";
import { quizContent } from "./quiz-content";

export type RecordedGame = Awaited<ReturnType<typeof recordGame>>;

/** Another game of the same host on the same version of the quiz. */
export async function recordGameAgain(database: Database, { version, ...earlier }: RecordedGame): Promise<RecordedGame> {
  const game = { ...earlier, gameId: gameIdSchema.parse(randomUUID()) };
  const { gameId, quizId, quizVersionId, hostUserId, title, pin, settings } = game;
  await createGameRepository(database).recordCreated({ gameId, quizId, quizVersionId, hostUserId, title, pin, settings });
  return { ...game, version };
}

/** A game that its host has just opened, as Postgres knows it. */
export async function recordGame(database: Database, given: { hostUserId?: UserId; content?: ReturnType<typeof quizContent>; gameId?: GameId } = {}) {
  const hostUserId = given.hostUserId ?? (await insertUser(database));
  const repository = createQuizRepository(database);
  const quiz = await repository.create({ ownerId: hostUserId, content: given.content ?? quizContent(), problems: 0 });
  const version = await repository.publish({ quizId: quiz.quizId, ownerId: hostUserId });
  if (!version.ok) throw new Error(version.error);
  const game = {
    gameId: given.gameId ?? gameIdSchema.parse(randomUUID()),
    quizId: quiz.quizId,
    quizVersionId: version.value.quizVersionId,
    hostUserId,
    title: quiz.title,
    pin: pinSchema.parse("483920"),
    settings: gameSettingsSchema.parse({}),
  };
  await createGameRepository(database).recordCreated(game);
  return { ...game, version: version.value };
}
