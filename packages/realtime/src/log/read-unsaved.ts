import type { RedisClient } from "../connect-redis";
import { instantOf, parseEntries, parseGroups, parsePending } from "./stream-replies";

/** Postgres is behind this group of readers: what they have acknowledged is stored. */
export const savingGroup = "audit";

/** How much of a shard's log is not acknowledged by a group, and how old the oldest of it is. */
export async function readUnsaved(redis: RedisClient, { log, group, now }: { log: string; group: string; now: number }): Promise<{ depth: number; oldestAgeMs: number }> {
  const ours = parseGroups(await redis.xinfo("GROUPS", log)).find(({ name }) => name === group);
  // Where nobody has read yet, all of it waits.
  const { count, oldestId } = ours ? parsePending(await redis.xpending(log, group)) : { count: 0, oldestId: null };
  const [next] = parseEntries(await redis.xrange(log, `(${ours?.lastDeliveredId ?? "0-0"}`, "+", "COUNT", 1));
  const oldest = oldestId ?? next?.[0];
  return { depth: count + (ours?.lag ?? (next ? 1 : 0)), oldestAgeMs: oldest === undefined ? 0 : Math.max(0, now - instantOf(oldest)) };
}
