import type { Metrics } from "./metrics";

/** What a game store reports of its calls, for every process that has one. */
export function observeStore(metrics: Metrics) {
  return {
    call(operation: string, elapsedMs: number, succeeded: boolean): void {
      metrics.redis.observe({ operation }, elapsedMs / 1_000);
      if (!succeeded) metrics.redisErrors.inc({ operation });
    },
    quizCache(outcome: "hit" | "miss"): void {
      (outcome === "hit" ? metrics.cacheHits : metrics.cacheMisses).inc({ cache: "quiz" });
    },
  };
}
