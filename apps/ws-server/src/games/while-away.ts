import { setTimeout as pause } from "node:timers/promises";
import { InfrastructureError } from "@quickfire/realtime";

/** A Redis that is started again, and compared, is back within this time; whoever waited for longer is better off connecting anew. */
const longestMs = 8_000;
const pauseMs = 200;

/** Reads again while Redis is away or being compared, at moments of chance, so that all who wait don't ask at once. */
export async function readWhileAway<Value>(read: () => Promise<Value>, random: () => number = Math.random): Promise<Value> {
  const givesUpAt = performance.now() + longestMs;
  for (;;) {
    try {
      return await read();
    } catch (error) {
      const mayPass = error instanceof InfrastructureError && error.retryable;
      if (!mayPass || performance.now() > givesUpAt) throw error;
      await pause(pauseMs * (1 + random()), undefined, { ref: false });
    }
  }
}
