import { drawSeed } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import { useClockedStore, type Clocked } from "../game-fixture";
import { withoutRepeatGuard } from "../planted-mistake";
import { findContradictions } from "./find-contradictions";
import { simulate } from "./simulate";

/** A run that fails prints its seed, with which it can be had again. */
const firstSeed = drawSeed();
const games = 8;
const steps = 300;

async function findFirst(clocked: Clocked, seeds: readonly number[]): Promise<{ seed: number; contradictions: string[]; trace: string[] } | null> {
  for (const seed of seeds) {
    const simulated = await simulate(clocked, { seed, steps });
    const contradictions = await findContradictions(clocked, simulated);
    if (contradictions.length > 0) return { seed, contradictions, trace: simulated.trace };
  }
  return null;
}

const seedsFrom = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

describe(`clients on a network that loses, doubles and reorders, ${games * steps} steps from seed ${firstSeed}`, () => {
  const clocked = useClockedStore();

  it("are told what Redis has and the log says: every answer once, and the same end on every screen", { timeout: 60_000 }, async () => {
    expect(await findFirst(clocked(), seedsFrom(firstSeed, games))).toBeNull();
  });

  it("meet every kind of outcome, so that the simulation is worth its name", { timeout: 60_000 }, async () => {
    const { clients } = await simulate(clocked(), { seed: 11, steps: 1_500 });
    const told = clients.flatMap(({ clicks }) => [...clicks.values()].flatMap((click) => click.told));
    expect(told.some(({ accepted, repeated }) => accepted && !repeated)).toBe(true);
    expect(told.some(({ repeated }) => repeated)).toBe(true);
    expect(told.some(({ reason }) => reason === "TOO_LATE")).toBe(true);
    expect(clients.some(({ shown }) => shown.stale > 0)).toBe(true);
  });
});

describe("a planted mistake", () => {
  const clocked = useClockedStore(withoutRepeatGuard());

  it("that counts a repeated answer again is found within a few games", { timeout: 60_000 }, async () => {
    expect(await findFirst(clocked(), seedsFrom(firstSeed, games))).not.toBeNull();
  });
});
