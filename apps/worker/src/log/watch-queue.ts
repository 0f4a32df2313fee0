import { setTimeout as pause } from "node:timers/promises";
import type { LogReader } from "@quickfire/realtime";
import type { Metrics } from "@quickfire/telemetry";

const everyMs = 2_000;

export type QueueWatch = { reader: Pick<LogReader, "lag">; metrics: Metrics; signal: AbortSignal; now?: () => number };

/** Keeps the gauges of the durable log's depth and lag up to date, until it is stopped. */
export async function watchQueue({ reader, metrics, signal, now = Date.now }: QueueWatch): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const { shard, depth, oldestAgeMs } of await reader.lag(now())) {
        metrics.queueDepth.set({ shard }, depth);
        metrics.queueLag.set({ shard }, oldestAgeMs / 1_000);
      }
    } catch {
      // Redis is away; whoever saves the log says so, and tries again.
      metrics.errors.inc({ place: "queue-gauges" });
    }
    // Being stopped is the only way in which a pause can fail.
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
