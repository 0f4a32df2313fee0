import { setTimeout as pause } from "node:timers/promises";
import type { TestNode } from "./live-fixture";

/** A question is told a little before it takes answers: until it does. */
export async function untilOpen({ store }: Pick<TestNode, "store">, startTime: unknown): Promise<void> {
  const waitMs = Date.parse(String(startTime)) - store.now() + 5;
  if (waitMs > 0) await pause(waitMs);
}
