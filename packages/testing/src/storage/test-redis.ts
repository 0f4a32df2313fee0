import { Redis } from "ioredis";
import { inject } from "vitest";
import "../provided-context";

/** A connection to the Redis of this test run; the caller ends it with `quit()` or `disconnect()`. */
export function connectTestRedis(): Redis {
  return new Redis(inject("redisUrl"));
}
