import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";

export type GrowingLimit = {
  /** How many seconds the key has still to wait; 0 where it need not. */
  waitFor(key: string): Promise<number>;
  /** Counts one failure; how many seconds the key has to wait after it. */
  fail(key: string): Promise<number>;
  forgive(key: string): Promise<void>;
};

/**
 * Some failures are free; each one beyond them doubles the wait. It starts over once a key, after its wait, has been quiet for
 * the length of the window.
 */
export function createGrowingLimit(options: { redis: unknown; name: string; free: number; windowSeconds: number; longestWaitSeconds: number }): GrowingLimit {
  const { redis, name, free, windowSeconds, longestWaitSeconds } = options;
  const inRedis = (part: string, points: number) =>
    new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: `limit:${name}:${part}`,
      points,
      duration: windowSeconds,
      // Without Redis each process counts by itself, which still stops a single guesser.
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: `limit:${name}:${part}`, points, duration: windowSeconds }),
    });
  const failures = inRedis("failures", free);
  const waits = inRedis("waits", 0);

  return {
    async waitFor(key) {
      const wait = await waits.get(key);
      return wait ? Math.max(0, Math.ceil(wait.msBeforeNext / 1000)) : 0;
    },
    async fail(key) {
      const { consumedPoints } = await failures.penalty(key);
      if (consumedPoints <= free) return 0;
      const seconds = Math.min(2 ** Math.min(consumedPoints - free, 30), longestWaitSeconds);
      await Promise.all([failures.set(key, consumedPoints, seconds + windowSeconds), waits.block(key, seconds)]);
      return seconds;
    },
    async forgive(key) {
      await Promise.all([failures.delete(key), waits.delete(key)]);
    },
  };
}
