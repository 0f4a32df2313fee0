import { assertNever } from "../result";
import { periodBefore, monthAt, type Period, weekAt } from "./period";

/** A long-term leaderboard: of all time, of a week, of a month, of a country. */
export type Board = { scope: "all" } | { scope: "weekly"; period: string } | { scope: "monthly"; period: string } | { scope: "country"; country: string };

export const boardScopes = ["all", "weekly", "monthly", "country"] as const;

/** The board's public name, which is its key in Redis and its name in the archive. */
export function boardName(board: Board): string {
  switch (board.scope) {
    case "all":
      return "leaderboard:all";
    case "weekly":
    case "monthly":
      return `leaderboard:${board.scope}:${board.period}`;
    case "country":
      return `leaderboard:country:${board.country}`;
    default:
      return assertNever(board);
  }
}

/** How long after its period a board still takes what comes late, before it is archived. */
export const lateMs = 8 * 24 * 60 * 60 * 1_000;

/** A period whose board is kept in Redis: the current one, and the one before it while it takes what comes late. */
export type LivePeriod = Period & { scope: "weekly" | "monthly" };

export function livePeriods(now: number): LivePeriod[] {
  const [week, month] = [weekAt(now), monthAt(now)];
  const kept: LivePeriod[] = [{ scope: "weekly", ...week }, { scope: "weekly", ...periodBefore(week, weekAt) }, { scope: "monthly", ...month }, { scope: "monthly", ...periodBefore(month, monthAt) }];
  return kept.filter(({ endsAt }) => now < endsAt + lateMs);
}
