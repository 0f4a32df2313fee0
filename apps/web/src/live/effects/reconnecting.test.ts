import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoffMs } from "./backoff";
import { nextStep, type Outcome } from "./reconnecting";

const ended = (code: number | null, started = true): Outcome => ({ kind: "ended", end: { started, code } });
const middle = () => 0.5;

describe("backoffMs", () => {
  it("doubles up to 20 s, and is never under half of that", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((attempt) => backoffMs(attempt, () => 1))).toEqual([1000, 2000, 4000, 8000, 16000, 20000, 20000, 20000]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
        const delay = backoffMs(attempt, () => chance);
        expect(delay).toBeGreaterThanOrEqual(500);
        expect(delay).toBeLessThanOrEqual(20_000);
      }),
    );
  });
});

describe("nextStep", () => {
  it("tries eight times and then says honestly that it gave up", () => {
    const steps = Array.from({ length: 9 }, (_, index) => nextStep(ended(null, false), { failures: index + 1, random: middle }));
    expect(steps.slice(0, 8).map((step) => step.do === "retry" && step.attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(steps[8]).toEqual({ do: "give-up" });
  });

  it.each([
    [4000, "replaced"],
    [1008, "removed"],
    [1000, "over"],
  ] as const)("takes close code %i as %s, and does not connect again by itself", (code, because) => {
    expect(nextStep(ended(code), { failures: 1, random: middle })).toEqual({ do: "stop", because });
  });

  it("goes elsewhere within the second when a node drains", () => {
    expect(nextStep(ended(1001), { failures: 1, random: () => 1 })).toMatchObject({ do: "retry", delayMs: 800 });
  });

  it("stops where a token is refused for good, and tries again where nobody answered", () => {
    expect(nextStep({ kind: "no-token", failure: "UNKNOWN_GAME" }, { failures: 1, random: middle })).toEqual({ do: "stop", because: "refused", reason: "UNKNOWN_GAME" });
    expect(nextStep({ kind: "no-token", failure: "REMOVED" }, { failures: 1, random: middle })).toEqual({ do: "stop", because: "removed" });
    expect(nextStep({ kind: "no-token", failure: "UNREACHABLE" }, { failures: 1, random: middle })).toMatchObject({ do: "retry" });
  });
});
