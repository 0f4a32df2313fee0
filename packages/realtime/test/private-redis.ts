import { startRedis, type RedisUnderTest } from "@quickfire/testing";
import { afterAll, beforeAll } from "vitest";

/** A Redis for the tests of one file alone, which they may stop, freeze and empty. */
export function usePrivateRedis(): () => RedisUnderTest {
  let redis: RedisUnderTest | undefined;
  beforeAll(async () => {
    redis = await startRedis({ appendonly: true });
  });
  afterAll(() => redis?.remove());
  return () => {
    if (!redis) throw new Error("this Redis is there only while tests run");
    return redis;
  };
}
