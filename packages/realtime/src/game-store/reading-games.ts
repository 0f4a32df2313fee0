import { quizVersionSchema, type GameId, type QuizVersion } from "@quickfire/engine";
import type { CallFunction } from "../call-function";
import type { RedisClient } from "../connect-redis";
import { asked } from "../errors";
import { readGame } from "../functions/definitions";
import { createGameParser, fieldsOfFlat, type StoredGame } from "../game-fields";
import type { GameKeys } from "../keys";
import { createRecentValues } from "../recent-values";
import type { Trust } from "../recovery/trust";

const quizzesKept = 200;

type Reading = { redis: RedisClient; call: CallFunction; trust: Trust; keysOf: (gameId: GameId) => GameKeys; observeQuizCache?: (outcome: "hit" | "miss") => void };

/** A game's state and its quiz, as they are in Redis. A quiz version never changes, so it is kept in the process. */
export function createGameReader({ redis, call, trust, keysOf, observeQuizCache }: Reading) {
  const parseGame = createGameParser();
  const quizzes = createRecentValues<GameId, QuizVersion>(quizzesKept);

  return {
    parseGame,

    async readGame(gameId: GameId): Promise<StoredGame | null> {
      const read = await call(readGame, { keys: keysOf(gameId), args: {} });
      return read.ok ? parseGame(fieldsOfFlat(read.value.hash)) : null;
    },

    async readQuiz(gameId: GameId): Promise<QuizVersion | null> {
      const kept = quizzes.get(gameId);
      observeQuizCache?.(kept ? "hit" : "miss");
      if (kept) return kept;
      const stored = await asked("reading a quiz", redis.get(keysOf(gameId).quiz));
      if (stored === null) {
        await trust.assertFor(gameId);
        return null;
      }
      const quiz = quizVersionSchema.parse(JSON.parse(stored));
      quizzes.set(gameId, quiz);
      return quiz;
    },
  };
}
