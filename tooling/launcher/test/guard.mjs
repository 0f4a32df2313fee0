import { onTestFinished } from "vitest";
import { createProcessGuard } from "../src/processes/process-guard.mjs";

/** A guard whose children are gone after the test. */
export function createTestGuard() {
  const guard = createProcessGuard();
  onTestFinished(async () => {
    await guard.stopAll();
    guard.close();
  });
  return guard;
}
