import type { SeededRandom } from "@quickfire/testing";
import type { Verdict } from "../ledger/verdict";
import type { DrillStack } from "../stack/drill-stack";

/** Where one drill, or its negative control, takes place. */
export type Scene = {
  stack: DrillStack;
  random: SeededRandom;
  seed: number;
  /** How many play. */
  players: number;
  /** The long forms: away for two minutes, not for seconds. */
  full: boolean;
  /** A line about a step. */
  say: (line: string) => void;
  /** What is promised besides what the ledger judges; said, and counted where it does not hold. */
  expect: (holds: boolean, what: string) => void;
  /** To be done when the drill is over, whatever came of it. */
  onEnd: (work: () => unknown) => void;
  verdicts: Verdict[];
};
