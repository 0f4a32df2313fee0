import { err, ok, ownTimeSchema, usualTime, type GameId, type OwnTime } from "@quickfire/engine";
import { asked } from "../errors";
import { giveTime } from "../functions/definitions";
import type { StoredGame } from "../game-fields";
import type { GameStore } from "../game-store.types";
import type { StoreParts } from "./parts";

/** What somebody has for a question, in percent of everybody's time. */
export type OwnTimes = (participantId: string) => OwnTime;

/** In nearly every game nobody has another time than the others. */
export const usualTimes: OwnTimes = () => usualTime;

export function createOwnTimes({ redis, call, keysOf, schedule }: StoreParts): Pick<GameStore, "giveTime"> & { readOwnTimes: (gameId: GameId, game: StoredGame) => Promise<OwnTimes> } {
  return {
    async giveTime({ gameId, participantId, percent, origin }) {
      const given = await call(giveTime, { keys: keysOf(gameId), args: { gameId, participantId, percent, origin: JSON.stringify(origin) } });
      if (!given.ok) return err(given.error);
      schedule(given.value.publishAt);
      return ok(null);
    },

    /** They stand still while a question is open, so whoever reads them with its times has those by which its answers are judged. */
    async readOwnTimes(gameId, game) {
      if (game.ownTimes === 0) return usualTimes;
      const stored = await asked("reading who has more time", redis.hgetall(keysOf(gameId).ownTimes));
      const percents = new Map(Object.entries(stored).map(([id, percent]) => [id, ownTimeSchema.parse(Number(percent))]));
      return (participantId) => percents.get(participantId) ?? usualTime;
    },
  };
}
