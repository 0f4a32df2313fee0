import type { ParticipantId, UserId } from "@quickfire/engine";
import { toInfrastructureError } from "../errors";
import { blockedKey } from "../keys";
import type { RedisClient } from "../connect-redis";

export type Person = { userId?: UserId | null; participantId?: ParticipantId | null };
/** Until when somebody is kept out; `until` is null for good. */
export type Barred = { until: string | null };

/**
 * Who is kept out at the moment, as all doors ask: one read of two short keys. Postgres has the blocks themselves; the worker brings
 * them here again and again, so a Redis that was lost knows them within a minute.
 */
export interface BlockedPeople {
  find(person: Person): Promise<Barred | null>;
  bar(person: Person, endsAt: string | null): Promise<void>;
  forgive(person: Person): Promise<void>;
}

const forGood = "for good";

export function createBlockedPeople(redis: RedisClient): BlockedPeople {
  const keysOf = ({ userId, participantId }: Person): string[] =>
    [userId ? blockedKey("user", userId) : null, participantId ? blockedKey("participant", participantId) : null].filter((key) => key !== null);
  const attempt = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (cause) {
      throw toInfrastructureError(what, cause);
    }
  };

  return {
    async find(person) {
      const keys = keysOf(person);
      if (keys.length === 0) return null;
      const found = (await attempt("asking who is blocked", () => redis.mget(keys))).filter((end) => end !== null);
      if (found.length === 0) return null;
      // Instants of one form: the latest is the last by its letters.
      return { until: found.includes(forGood) ? null : (found.toSorted().at(-1) ?? null) };
    },

    async bar(person, endsAt) {
      const leftMs = endsAt === null ? null : Date.parse(endsAt) - Date.now();
      for (const key of keysOf(person)) {
        if (leftMs === null) await attempt("blocking somebody", () => redis.set(key, forGood));
        else if (leftMs > 0) await attempt("blocking somebody", () => redis.set(key, endsAt ?? "", "PX", leftMs));
      }
    },

    async forgive(person) {
      for (const key of keysOf(person)) await attempt("lifting a block", () => redis.del(key));
    },
  };
}
