import { createSeededRandom } from "@quickfire/testing";
import type { Drill } from "./drill";
import { addVerdicts, findFailures, type Verdict } from "./ledger/verdict";
import type { DrillStack } from "./stack/drill-stack";
import type { Scene } from "./stage/scene";

export type DrillOutcome = {
  drill: string;
  seed: number;
  players: number;
  verdict: Verdict;
  /** Why the drill failed; none where everything held. */
  failures: string[];
  control: { failedAsItMust: boolean; found: string[] } | null;
  seconds: number;
};

export type RunOptions = { stack: DrillStack; seed: number; say: (line: string) => void; players?: number; full?: boolean; control?: "with" | "without" | "only" };

/** A drill, and then its negative control, which must fail: a drill that can't fail proves nothing. */
export async function runDrill(drill: Drill, { stack, seed, say, players, full = false, control = "with" }: RunOptions): Promise<DrillOutcome> {
  const startedAt = performance.now();
  const size = players ?? drill.players;
  const controlSize = Math.min(players ?? Infinity, drill.control.players ?? Math.min(drill.players, 60));
  const perform = async (run: Drill["run"], count: number) => findOutcome(drill, await performOnce(run, { stack, seed, players: count, full, say }));

  const proper = control === "only" ? null : await perform(drill.run, size);
  if (control !== "without") say(`negative control: without ${drill.control.without}`);
  const negative = control === "without" ? null : await perform(drill.control.run, controlSize);
  return {
    drill: drill.name,
    seed,
    players: size,
    verdict: proper?.verdict ?? addVerdicts([]),
    failures: proper?.failures ?? [],
    control: negative && { failedAsItMust: negative.failures.length > 0, found: negative.failures },
    seconds: (performance.now() - startedAt) / 1_000,
  };
}

export const hasHeld = ({ failures, control }: DrillOutcome): boolean => failures.length === 0 && control?.failedAsItMust !== false;

const findOutcome = (drill: Drill, verdict: Verdict) => ({ verdict, failures: findFailures(verdict, drill) });

async function performOnce(run: Drill["run"], { stack, seed, players, full, say }: Pick<RunOptions, "stack" | "seed" | "say"> & { players: number; full: boolean }): Promise<Verdict> {
  const endings: (() => unknown)[] = [];
  const problems: string[] = [];
  const scene: Scene = {
    stack, seed, players, full, say,
    random: createSeededRandom(seed),
    verdicts: [],
    expect: (holds, what) => {
      say(`${holds ? "held" : "DID NOT HOLD"}: ${what}`);
      if (!holds) problems.push(`it did not hold that ${what}`);
    },
    onEnd: (work) => void endings.unshift(work),
  };
  try {
    await run(scene);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    say(`broke off: ${problems.at(-1)}`);
  }
  for (const work of endings) await work();
  await stack.mend();
  const sum = addVerdicts(scene.verdicts);
  return { ...sum, problems: [...sum.problems, ...problems] };
}
