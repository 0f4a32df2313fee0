import type { GameId, QuizVersion, RandomInt } from "@quickfire/engine";
import type { CallFunction } from "../call-function";
import type { RedisClient } from "../connect-redis";
import type { ParseGame, StoredGame } from "../game-fields";
import type { GameKeys } from "../keys";
import type { RedisClock } from "../redis-clock";

/** What the parts of the store share. */
export type StoreParts = {
  redis: RedisClient;
  call: CallFunction;
  clock: RedisClock;
  shards: number;
  newId: () => string;
  randomInt: RandomInt;
  keysOf: (gameId: GameId) => GameKeys;
  parseGame: ParseGame;
  readGame: (gameId: GameId) => Promise<StoredGame | null>;
  readQuiz: (gameId: GameId) => Promise<QuizVersion | null>;
  /** Something is to be done at this instant; 0 where there is nothing. */
  schedule: (at: number) => void;
};
