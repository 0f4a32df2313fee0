import type { SessionId } from "@quickfire/engine";
import { asked } from "../errors";
import type { RedisClient } from "../connect-redis";
import { endedSessionsKey } from "../keys";

/** Nothing that was opened by a session stays open for longer. */
const keepMs = 8 * 24 * 60 * 60_000;

/**
 * Sessions that were revoked lately. What a session opened once (a host's socket, a stream of boards) is not asked for it again, so
 * whoever holds such connections looks here. Postgres has the sessions themselves; the worker brings here what has ended.
 */
export interface EndedSessions {
  note(sessionIds: readonly SessionId[]): Promise<void>;
  /** Those of the given ones that have ended. */
  among(sessionIds: readonly SessionId[]): Promise<Set<SessionId>>;
}

export function createEndedSessions({ redis, now = Date.now }: { redis: RedisClient; now?: () => number }): EndedSessions {
  return {
    async note(sessionIds) {
      if (sessionIds.length === 0) return;
      const noting = redis.multi().zadd(endedSessionsKey, ...sessionIds.flatMap((sessionId) => [now(), sessionId])).zremrangebyscore(endedSessionsKey, "-inf", now() - keepMs).exec();
      await asked("noting ended sessions", noting);
    },

    async among(sessionIds) {
      if (sessionIds.length === 0) return new Set();
      const found = await asked("asking for ended sessions", redis.zmscore(endedSessionsKey, ...sessionIds));
      return new Set(sessionIds.filter((_, place) => found[place] !== null));
    },
  };
}
