import type { Histogram } from "prom-client";

export function secondsSince(startedAtMs: number): number {
  return (performance.now() - startedAtMs) / 1000;
}

/** Observes how long the work took, whether it succeeded or not. */
export async function timed<Value>(histogram: Histogram, labels: Record<string, string>, work: () => Promise<Value>): Promise<Value> {
  const startedAtMs = performance.now();
  try {
    return await work();
  } finally {
    histogram.observe(labels, secondsSince(startedAtMs));
  }
}
