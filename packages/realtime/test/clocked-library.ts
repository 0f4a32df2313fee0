import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { assembleLibrary, type Library } from "../src/functions/library";
import type { RedisClient } from "../src/connect-redis";
import type { RedisClock } from "../src/redis-clock";

/**
 * The library with another clock: its functions read the time from a key. It stands under names of its own beside the real
 * one, which has no such key.
 */
export function clockedLibrary(replace: Readonly<Record<string, string>> = {}): { library: Library; clockKey: string } {
  const prefix = `test_${randomUUID().replaceAll("-", "").slice(0, 12)}_`;
  const clockKey = `quickfire-test:now:${prefix}`;
  const clock = `
    function lib.time_ms() return tonumber(redis.call('GET', '${clockKey}')) end
    function lib.now(game) return math.max(lib.time_ms(), game.movedAt or 0) end`;
  return { library: assembleLibrary({ name: `${prefix}library`, prefix, replace: { ...replace, "lib/clock.lua": clock } }), clockKey };
}

/** A clock that stands still until it is told to go on, for the functions and for the store alike. */
export async function startTestClock(redis: RedisClient, clockKey: string, startAt = Date.UTC(2026, 0, 5, 9)) {
  let instant = startAt;
  const set = async (at: number) => {
    instant = at;
    await redis.set(clockKey, at, "EX", 3_600);
  };
  await set(startAt);
  const clock: RedisClock = { now: () => instant, reached: () => undefined, stop: () => undefined };
  return { ...clock, set, advance: (ms: number) => set(instant + ms) };
}

export async function dropLibrary(redis: RedisClient, library: Library): Promise<void> {
  if (redis instanceof Redis) await redis.function("DELETE", library.name);
}
