import type { Metrics } from "@quickfire/telemetry";

type Counter = Metrics["redisCommands"];

/**
 * A counter of ours that follows one of another server. Where that one begins anew, after a restart, ours goes on: what it has
 * counted since is added.
 */
export function mirrorCounter(counter: Counter): (labels: Record<string, string>, value: number) => void {
  const seen = new Map<string, number>();
  return (labels, value) => {
    const key = JSON.stringify(labels);
    const before = seen.get(key) ?? 0;
    seen.set(key, value);
    counter.inc(labels, value >= before ? value - before : value);
  };
}
