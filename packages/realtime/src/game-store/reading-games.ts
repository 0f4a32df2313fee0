import { quizVersionSchema, type GameId, type QuizVersion } from "@quickfire/engine";
import type { RedisClient } from "../connect-redis";
import { asked } from "../errors";
import { createGameParser, type StoredGame } from "../game-fields";
import type { GameKeys } from "../keys";
import { createRecentValues } from "../recent-values";

const quizzesKept = 200;

type Reading = { redis: RedisClient; keysOf: (gameId: GameId) => GameKeys; observeQuizCache?: (outcome: "hit" | "miss") => void };

/** A game's state and its quiz, as they are in Redis. A quiz version never changes, so it is kept in the process. */
export function createGameReader({ redis, keysOf, observeQuizCache }: Reading) {
  const parseGame = createGameParser();
  const quizzes = createRecentValues<GameId, QuizVersion>(quizzesKept);

  return {
    parseGame,

    async readGame(gameId: GameId): Promise<StoredGame | null> {
      return parseGame(await asked("reading a game", redis.hgetall(keysOf(gameId).game)));
    },

    async readQuiz(gameId: GameId): Promise<QuizVersion | null> {
      const kept = quizzes.get(gameId);
      observeQuizCache?.(kept ? "hit" : "miss");
      if (kept) return kept;
      const stored = await asked("reading a quiz", redis.get(keysOf(gameId).quiz));
      if (stored === null) return null;
      const quiz = quizVersionSchema.parse(JSON.parse(stored));
      quizzes.set(gameId, quiz);
      return quiz;
    },
  };
}
