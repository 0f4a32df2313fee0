import { setTimeout as pause } from "node:timers/promises";
import type { Metrics } from "@quickfire/telemetry";

const everyMs = 5_000;

export type StoreWatch = { looks: readonly (() => Promise<void>)[]; metrics: Pick<Metrics, "errors">; signal: AbortSignal };

/** Keeps the figures of Redis and Postgres up to date, until it is stopped. Each look is by itself: one store may be away. */
export async function watchStores({ looks, metrics, signal }: StoreWatch): Promise<void> {
  while (!signal.aborted) {
    const outcomes = await Promise.allSettled(looks.map((look) => look()));
    for (const { status } of outcomes) if (status === "rejected") metrics.errors.inc({ place: "store-figures" });
    // Being stopped is the only way in which a pause can fail.
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
