import type { Arrival, GameId } from "@quickfire/engine";
import { asked } from "../errors";
import type { GameStore } from "../game-store.types";
import { parseParticipant } from "./joining";
import type { StoreParts } from "./parts";

const peopleACall = 2_000;

/** For how long a join alone makes somebody present: see `lib/presence.lua`. Any sign of life puts it further away, or takes it back. */
const presentByJoinMs = 30_000;

/** Everybody who came in, as the rule about swarms needs to know them. */
export function createArrivals({ redis, keysOf, readGame }: StoreParts): Pick<GameStore, "arrivals"> {
  return {
    async arrivals(gameId: GameId) {
      const game = await readGame(gameId);
      if (!game) return null;
      const keys = keysOf(gameId);
      // The host's own bots came at one click, and go at one.
      const people = (await asked("reading who came in", redis.hvals(keys.people))).map(parseParticipant).filter(({ bot }) => !bot);
      const arrivals: Arrival[] = [];
      for (let from = 0; from < people.length; from += peopleACall) {
        const some = people.slice(from, from + peopleACall);
        const presentUntil = await asked("reading who was heard of", redis.zmscore(keys.present, ...some.map(({ participantId }) => participantId)));
        some.forEach(({ participantId, name, joinedAt, userId, removed }, place) => {
          const until = presentUntil[place];
          // Of who is removed nothing is known any more, and they count for what those beside them are.
          const silent = removed || (until !== null && until !== undefined && Number(until) === joinedAt + presentByJoinMs);
          arrivals.push({ participantId, name, joinedAt, silent, signedIn: userId !== undefined, removed });
        });
      }
      return { arrivals, flood: game.flood };
    },
  };
}
