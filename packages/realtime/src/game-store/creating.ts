import { newGame, InvariantError } from "@quickfire/engine";
import { asked } from "../errors";
import { createGame } from "../functions/definitions";
import { fieldsOfNewGame } from "../game-fields";
import type { GameStore, NewGame } from "../game-store.types";
import { hostGamesKey } from "../keys";
import type { StoreParts } from "./parts";
import type { Pins } from "./pins";

/** New games: a PIN first, then the game, then the PIN for good. */
export function createCreating(parts: StoreParts, pins: Pins): Pick<GameStore, "create"> {
  const { redis, call, clock, keysOf, newId, schedule } = parts;

  return {
    async create({ gameId, quiz, hostUserId, settings }: NewGame) {
      const pin = await pins.reserve(gameId);
      const now = clock.now();
      const { quizId, quizVersionId, title } = quiz;
      const facts = { gameId, pin, quizId, quizVersionId, hostUserId, title, rounds: quiz.questions.length, settings, createdAt: now };
      const state = newGame(facts, newId().slice(0, 8), now);
      const dueAt = state.dueAt ?? now;
      const created = await call(createGame, {
        keys: keysOf(gameId),
        args: { gameId, fields: JSON.stringify(fieldsOfNewGame(state)), quiz: JSON.stringify(quiz), dueAt },
      });
      if (!created.ok) throw new InvariantError(`game ${gameId} exists already`);
      await Promise.all([pins.keep(pin), asked("noting a host's game", redis.zadd(hostGamesKey(hostUserId), now, gameId))]);
      schedule(dueAt);
      return { pin };
    },
  };
}
