/** What a run came to. The ledger fills it; nothing in it is anybody's word but the clients', Redis's and Postgres's. */
export type Verdict = {
  /** Answers of which a client was told that they count. */
  acknowledged: number;
  /** Of those, missing in Redis or in Postgres, or there with another choice. */
  lost: number;
  /** Counted more than once: for one participant, or for one person under two names. */
  doubled: number;
  /** Definite refusals, such as too late. */
  refused: number;
  /** Answers of which nobody ever learned what became of them. */
  unsettled: number;
  /** Participants whose score differs between Redis, the sum of their points in Postgres, and the final standings. */
  wrongScores: number;
  /** Players whose screen did not show what it had to, when it had to. */
  stale: number;
  longestPauseS: number;
  /** Whatever else was promised and did not hold, in words. */
  problems: string[];
};

export const emptyVerdict = (): Verdict => ({ acknowledged: 0, lost: 0, doubled: 0, refused: 0, unsettled: 0, wrongScores: 0, stale: 0, longestPauseS: 0, problems: [] });

/** Why a run has failed, a reason a line; none where everything held. */
export function findFailures(verdict: Verdict, { pauseLimitS }: { pauseLimitS: number }): string[] {
  const { lost, doubled, unsettled, wrongScores, stale, longestPauseS, problems } = verdict;
  const counted: [number, string][] = [
    [lost, "acknowledged answers lost"],
    [doubled, "answers counted twice"],
    [unsettled, "answers of which nobody learned what became"],
    [wrongScores, "scores that do not add up"],
    [stale, "screens that did not show the present moment"],
  ];
  return [
    ...counted.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
    ...(longestPauseS > pauseLimitS ? [`a pause of ${longestPauseS.toFixed(1)} s, where ${pauseLimitS} s are promised`] : []),
    ...problems,
  ];
}

/** Several games of one run, as one. */
export function addVerdicts(verdicts: readonly Verdict[]): Verdict {
  const sum = emptyVerdict();
  for (const verdict of verdicts) {
    for (const key of ["acknowledged", "lost", "doubled", "refused", "unsettled", "wrongScores", "stale"] as const) sum[key] += verdict[key];
    sum.longestPauseS = Math.max(sum.longestPauseS, verdict.longestPauseS);
    sum.problems.push(...verdict.problems);
  }
  return sum;
}
