import { gameIdSchema, type GameId } from "@quickfire/engine";
import { RecoveringError } from "../errors";
import { pollDue, publishTick } from "../functions/definitions";
import type { GameStore } from "../game-store.types";
import { shardKeys } from "../keys";
import type { StoreParts } from "./parts";

/** Games a poll takes from each shard; what is left comes with the next one. */
const gamesAPoll = 200;

const nothingDue = { due: [], dirty: [], nextAt: null };

/** What the clock has to do, and the beat on which boards and counts are published. */
export function createPublishing({ call, clock, shards, keysOf }: StoreParts): Pick<GameStore, "due" | "publishLeaderboard"> {
  async function pollShard(shard: number) {
    try {
      const polled = await call(pollDue, { keys: shardKeys(shard), args: { limit: gamesAPoll } });
      if (!polled.ok) return nothingDue;
      clock.reached(polled.value.now);
      return polled.value;
    } catch (error) {
      // The games of the other shards go on.
      if (error instanceof RecoveringError) return nothingDue;
      throw error;
    }
  }

  const parseIds = (ids: readonly string[]): GameId[] => ids.map((id) => gameIdSchema.parse(id));

  return {
    async due() {
      const polled = await Promise.all(Array.from({ length: shards }, (_, shard) => pollShard(shard)));
      const next = polled.flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt]));
      return {
        advance: parseIds(polled.flatMap(({ due }) => due)),
        publish: parseIds(polled.flatMap(({ dirty }) => dirty)),
        nextAt: next.length === 0 ? null : Math.min(...next),
      };
    },

    async publishLeaderboard(gameId) {
      await call(publishTick, { keys: keysOf(gameId), args: { gameId } });
    },
  };
}
