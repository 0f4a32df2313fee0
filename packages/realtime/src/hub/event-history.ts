import type { GameId } from "@quickfire/engine";
import { z } from "zod";
import type { CallFunction } from "../call-function";
import type { RedisClient } from "../connect-redis";
import { asked } from "../errors";
import type { HubEvent } from "../event-hub.types";
import { readPosition } from "../functions/definitions";
import { doubtGame } from "../functions/recovery-definitions";
import type { GameKeys } from "../keys";
import type { EventPosition } from "./event-id";
import { parseHubEvent } from "./messages";

const entriesSchema = z.array(z.tuple([z.string(), z.tuple([z.literal("message"), z.string()])]));

type History = { redis: RedisClient; call: CallFunction; keysOf: (gameId: GameId) => GameKeys };

/** What a game's stream still holds; the number of an event is its entry's id. */
export function createEventHistory({ redis, call, keysOf }: History) {
  return {
    /** Null where there is no such game (any more); fails while it may only be lost. */
    async newest(gameId: GameId): Promise<EventPosition | null> {
      const read = await call(readPosition, { keys: keysOf(gameId), args: {} });
      return read.ok && read.value.epoch !== "" ? read.value : null;
    },

    /** Events number `first` and after, oldest first, as far as they are kept. */
    async from(gameId: GameId, first: number): Promise<HubEvent[]> {
      const entries: unknown = await asked("reading a game's events", redis.xrange(keysOf(gameId).events, `${first}-0`, "+"));
      return entriesSchema.parse(entries).map(([, [, message]]) => parseHubEvent(message));
    },

    /** Redis has less than what was seen of a game. True where it will be rebuilt; nothing is accepted until then. */
    async doubt(gameId: GameId, seen: EventPosition): Promise<boolean> {
      const doubted = await call(doubtGame, { keys: keysOf(gameId), args: { gameId, epoch: seen.epoch, eventNumber: seen.number } });
      return doubted.ok && doubted.value.doubted;
    },
  };
}

export type EventHistory = ReturnType<typeof createEventHistory>;
