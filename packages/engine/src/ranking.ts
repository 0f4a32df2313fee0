/** What orders a leaderboard. `joinOrder` counts who came in first; it only orders what is a full tie otherwise. */
export type Ranked = { score: number; totalMs: number; joinOrder: number };

/** The better score in front, then the smaller total answer time, then who joined first. */
export const compareStandings = (left: Ranked, right: Ranked): number =>
  right.score - left.score || left.totalMs - right.totalMs || left.joinOrder - right.joinOrder;

/** In order, each with its rank: 1 + how many have a better score, so that equal scores share it (1, 2, 2, 4). */
export function rankStandings<Row extends Ranked>(rows: readonly Row[]): (Row & { rank: number })[] {
  const ordered = [...rows].sort(compareStandings);
  const ranked: (Row & { rank: number })[] = [];
  for (const [index, row] of ordered.entries()) {
    const above = ranked[index - 1];
    ranked.push({ ...row, rank: above && above.score === row.score ? above.rank : index + 1 });
  }
  return ranked;
}

/** The points missing to the next better score; undefined for those in front. */
export function gapToNext(score: number, scores: Iterable<number>): number | undefined {
  let next: number | undefined;
  for (const other of scores) if (other > score && (next === undefined || other < next)) next = other;
  return next === undefined ? undefined : next - score;
}
