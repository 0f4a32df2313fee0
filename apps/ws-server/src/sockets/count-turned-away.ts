import type { Metrics } from "@quickfire/telemetry";
import type { Turned } from "./guarded-socket";

/** Too many messages hit a limit; the others are such as no honest client sends. */
export function countTurnedAway(why: Turned, metrics: Pick<Metrics, "rateLimitHits" | "badFrames">): void {
  switch (why) {
    case "RATE_LIMITED":
      return metrics.rateLimitHits.inc({ limit: "socket" });
    case "TOO_DEEP":
      return metrics.badFrames.inc({ reason: "too_deep" });
    case "TOO_MANY_CALLS":
      return metrics.badFrames.inc({ reason: "too_many_calls" });
  }
}
