import type { RedisClient } from "./connect-redis";
import { asked } from "./errors";
import { keyOfShardCount } from "./keys";

/**
 * Records the number of shards at the first start. A process that is told another number would look for games in the wrong
 * places, so it must not start.
 */
export async function agreeOnShards(redis: RedisClient, shards: number): Promise<void> {
  const recorded = (await asked("agreeing on the number of shards", redis.set(keyOfShardCount, shards, "NX", "GET"))) ?? String(shards);
  if (recorded !== String(shards)) {
    throw new Error(`SHARDS is ${shards}, but this Redis was set up with ${recorded}: set SHARDS=${recorded}`);
  }
}
