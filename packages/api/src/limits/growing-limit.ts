import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";

export type GrowingLimit = {
  /**
   * Counts a try before it is made, so that a hundred at once are no way around the limit; how many seconds to wait in place of
   * it, 0 where it may be made. One that is turned away does not count.
   */
  attempt(key: string): Promise<number>;
  /** Counts one failure; how many seconds the key has to wait after it. */
  fail(key: string): Promise<number>;
  /** Takes back one try that turned out to be none. */
  takeBack(key: string): Promise<void>;
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
  /** Holds one place, free again when the wait is over. */
  const gate = inRedis("gate", 1);
  const waitAfter = (count: number) => Math.min(2 ** Math.min(count - free, 30), longestWaitSeconds);

  return {
    async attempt(key) {
      const { consumedPoints } = await failures.penalty(key);
      if (consumedPoints <= free) return 0;
      const seconds = waitAfter(consumedPoints);
      try {
        await gate.consume(key, 1, { customDuration: seconds });
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        await failures.reward(key);
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
      await failures.set(key, consumedPoints, seconds + windowSeconds);
      return 0;
    },
    async fail(key) {
      const { consumedPoints } = await failures.penalty(key);
      if (consumedPoints <= free) return 0;
      const seconds = waitAfter(consumedPoints);
      await failures.set(key, consumedPoints, seconds + windowSeconds);
      return seconds;
    },
    async takeBack(key) {
      await Promise.all([failures.reward(key), gate.delete(key)]);
    },
    async forgive(key) {
      await Promise.all([failures.delete(key), gate.delete(key)]);
    },
  };
}
