import type { GameId } from "@quickfire/engine";
import { parseLogEntry, type RedisClient, shardKeys } from "@quickfire/realtime";
import type { Sql } from "postgres";
import { shards } from "./live-game";

/** The ids of all events that Redis has logged of a game, and of those that Postgres has: the judge of every test that kills something. */
export async function readLedger({ redis, sql, gameId }: { redis: RedisClient; sql: Sql; gameId: GameId }) {
  const logged: string[] = [];
  for (let shard = 0; shard < shards; shard += 1) {
    for (const [, flat] of await redis.xrange(shardKeys(shard).log, "-", "+")) {
      const fields = Object.fromEntries(Array.from({ length: flat.length / 2 }, (_, pair) => [flat[pair * 2] ?? "", flat[pair * 2 + 1] ?? ""]));
      const entry = parseLogEntry(fields);
      if (entry.gameId === gameId) logged.push(...entry.events.map(({ eventId }) => eventId));
    }
  }
  const stored = await sql<{ id: string }[]>`select event_id as id from audit_events where game_id = ${gameId}`;
  return { logged: logged.sort(), stored: stored.map(({ id }) => id).sort() };
}

/** Entries that were delivered and not acknowledged, in all shards. */
export async function countPending(redis: RedisClient): Promise<number> {
  let pending = 0;
  for (let shard = 0; shard < shards; shard += 1) {
    const [count] = await redis.xpending(shardKeys(shard).log, "audit");
    pending += Number(count);
  }
  return pending;
}
