import { periodBefore, monthAt, type UserId, weekAt } from "@quickfire/engine";
import type { Sql } from "postgres";
import type { PersonalBests } from "./board-repository.types";

type DayRow = { day: string; points: string };
type BestRow = { points: number; at: string };

/** Computed from the changes themselves: a learner has some hundreds, of which the days come back. */
export async function readBests(sql: Sql, userId: UserId, now: Date): Promise<PersonalBests> {
  const [days, [best]] = await Promise.all([
    sql<DayRow[]>`
      select to_char(earned_at at time zone 'UTC', 'YYYY-MM-DD') as day, sum(delta)::bigint as points from score_changes
      where user_id = ${userId} group by 1 order by 1`,
    sql<BestRow[]>`
      select delta as points, to_char(earned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from score_changes
      where user_id = ${userId} and source <> 'correction' and delta > 0 order by delta desc, earned_at limit 1`,
  ]);
  const perDay = days.map(({ day, points }) => ({ at: Date.parse(day), points: Number(points) }));
  return {
    total: perDay.reduce((sum, { points }) => sum + points, 0),
    bestResult: best ?? null,
    bestWeek: bestPeriod(perDay, weekAt),
    bestMonth: bestPeriod(perDay, monthAt),
    ...weeksInARow(perDay, now.getTime()),
  };
}

type Day = { at: number; points: number };

function bestPeriod(days: readonly Day[], periodAt: typeof weekAt): { period: string; points: number } | null {
  const sums = new Map<string, number>();
  for (const { at, points } of days) sums.set(periodAt(at).name, (sums.get(periodAt(at).name) ?? 0) + points);
  let best: { period: string; points: number } | null = null;
  for (const [period, points] of sums) if (points > (best?.points ?? 0)) best = { period, points };
  return best;
}

/** A row that reaches the last week still stands: this one is not over. */
function weeksInARow(days: readonly Day[], now: number): { weeksInARow: number; mostWeeksInARow: number } {
  const starts = [...new Set(days.filter(({ points }) => points > 0).map(({ at }) => weekAt(at).startsAt))].sort((one, other) => one - other);
  let [row, most] = [0, 0];
  let last: number | null = null;
  for (const startsAt of starts) {
    const isNext: boolean = last !== null && periodBefore(weekAt(startsAt), weekAt).startsAt === last;
    row = isNext ? row + 1 : 1;
    most = Math.max(most, row);
    last = startsAt;
  }
  const isKept = last !== null && last >= periodBefore(weekAt(now), weekAt).startsAt;
  return { weeksInARow: isKept ? row : 0, mostWeeksInARow: most };
}
