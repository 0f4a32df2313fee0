import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";

export type FixedLimit = {
  /** Takes one; how many seconds to wait where there is none left, 0 where there was. */
  take(key: string): Promise<number>;
};

/** So many in a window, then none until it is over. */
export function createFixedLimit(options: { redis: unknown; name: string; points: number; windowSeconds: number }): FixedLimit {
  const { redis, points, windowSeconds } = options;
  const keyPrefix = `limit:${options.name}`;
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix,
    points,
    duration: windowSeconds,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration: windowSeconds }),
  });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
  };
}
