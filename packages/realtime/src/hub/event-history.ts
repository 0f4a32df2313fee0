import type { GameId } from "@quickfire/engine";
import { z } from "zod";
import type { RedisClient } from "../connect-redis";
import { asked } from "../errors";
import type { HubEvent } from "../event-hub.types";
import type { GameKeys } from "../keys";
import type { EventPosition } from "./event-id";
import { parseHubEvent } from "./messages";

const entriesSchema = z.array(z.tuple([z.string(), z.tuple([z.literal("message"), z.string()])]));

/** What a game's stream still holds; the number of an event is its entry's id. */
export function createEventHistory({ redis, keysOf }: { redis: RedisClient; keysOf: (gameId: GameId) => GameKeys }) {
  return {
    /** Null where there is no such game (any more). */
    async newest(gameId: GameId): Promise<EventPosition | null> {
      const [epoch, number] = await asked("reading a game's newest event", redis.hmget(keysOf(gameId).game, "epoch", "eventNumber"));
      return epoch ? { epoch, number: Number(number ?? 0) } : null;
    },

    /** Events number `first` and after, oldest first, as far as they are kept. */
    async from(gameId: GameId, first: number): Promise<HubEvent[]> {
      const entries: unknown = await asked("reading a game's events", redis.xrange(keysOf(gameId).events, `${first}-0`, "+"));
      return entriesSchema.parse(entries).map(([, [, message]]) => parseHubEvent(message));
    },
  };
}

export type EventHistory = ReturnType<typeof createEventHistory>;
