import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useClockedStore } from "../game-fixture";
import { withoutRepeatGuard } from "../planted-mistake";
import { histories, play, settings } from "./game-commands";
import { startLockstep } from "./lockstep";

/** 300 random games in all. A run that fails prints its seed, with which it can be played again. */
const seed = Math.floor(Math.random() * 2 ** 31);
const lanes = [0, 1, 2, 3];
const runsALane = 75;

describe.concurrent(`random games, seed ${seed}`, () => {
  describe.each(lanes)("lane %i", (lane) => {
    const clocked = useClockedStore();

    it(`are the same in Redis as in the engine's model, ${runsALane} times`, { timeout: 300_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(settings, histories, async (chosen, history) => play(await startLockstep(clocked(), chosen), history)),
        { seed: seed + lane, numRuns: runsALane },
      );
    });
  });
});

describe("a planted mistake", () => {
  const clocked = useClockedStore(withoutRepeatGuard());

  it("that counts an answer twice is found", { timeout: 120_000 }, async () => {
    const found = await fc.check(
      fc.asyncProperty(settings, histories, async (chosen, history) => play(await startLockstep(clocked(), chosen), history)),
      { seed, numRuns: 1_000, endOnFailure: true },
    );
    expect(found.failed).toBe(true);
    expect(found.numRuns).toBeLessThan(200);
  });
});
