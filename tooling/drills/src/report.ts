import type { Drill } from "./drill";
import { type DrillOutcome, hasHeld } from "./run-drill";

const headings = ["drill", "seed", "players", "acknowledged", "lost", "doubled", "refused", "longest pause", "negative control", "result", "took"];

/** The outcomes as a table for people. */
export function tableOf(outcomes: readonly DrillOutcome[]): string[] {
  const rows = outcomes.map((outcome) => {
    const { drill, seed, players, verdict, control, seconds } = outcome;
    const { acknowledged, lost, doubled, refused, longestPauseS } = verdict;
    return [
      drill, String(seed), String(players), String(acknowledged), String(lost), String(doubled), String(refused), `${longestPauseS.toFixed(1)} s`,
      control === null ? "not run" : control.failedAsItMust ? "failed, as it must" : "DID NOT FAIL", hasHeld(outcome) ? "held" : "FAILED", `${seconds.toFixed(0)} s`,
    ];
  });
  const widths = headings.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [headings, ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
}

/** Why, for those that failed. */
export const reasonsOf = (outcomes: readonly DrillOutcome[]): string[] =>
  outcomes.filter((outcome) => !hasHeld(outcome)).flatMap(({ drill, failures, control }) => [
    ...failures.map((failure) => `${drill}: ${failure}`),
    ...(control?.failedAsItMust === false ? [`${drill}: its negative control did not fail, so it proves nothing`] : []),
  ]);

export function listOf(drills: readonly Drill[]): string[] {
  const widest = Math.max(...drills.map(({ name }) => name.length));
  return drills.flatMap(({ name, fault, control, isShort }) => [
    `${name.padEnd(widest)}  ${fault}${isShort ? " (short: also in npm test)" : ""}`,
    `${"".padEnd(widest)}  control: without ${control.without}`,
  ]);
}
