import type { LeagueRepository, ScoreRepository } from "@quickfire/db";
import { type Board, boardUpdatesOf, livePeriods, type UserStanding, weekAt } from "@quickfire/engine";
import type { BoardStore } from "@quickfire/realtime";
import { type Metrics, secondsSince } from "@quickfire/telemetry";
import { liveBoardOf } from "./board-periods";
import { type BoardRebuilding, rebuildBoard } from "./rebuild-boards";

/** As many users as go to Redis in one call: a few thousand places, a few milliseconds. */
const usersAtOnce = 300;

export type BoardTelling = BoardRebuilding & {
  scores: Pick<ScoreRepository, "untoldUsers" | "usersTold">;
  leagues: Pick<LeagueRepository, "seat" | "closeBefore">;
  store: Pick<BoardStore, "update">;
  metrics: Pick<Metrics, "boardUpdates">;
};

/**
 * Brings users whose scores changed to the boards, and those who have earned something this week to a league. Whatever fails is done
 * again: a user counts as told only when every board has heard. Answers with the boards that have something to publish, and whether
 * there may be more.
 */
export function createBoardTeller(telling: BoardTelling) {
  const { scores, leagues, store, metrics } = telling;

  /** A board that is not there is made from Postgres, which holds what it was to be told. */
  async function rebuildUnknown(unknown: readonly Board[], now: number): Promise<boolean> {
    const outcomes = await Promise.all(
      unknown.map((board) => {
        const live = liveBoardOf(board, now);
        return live ? rebuildBoard(telling, live) : true;
      }),
    );
    return outcomes.every(Boolean);
  }

  async function seatPlayers(standings: readonly UserStanding[], now: number): Promise<void> {
    const week = weekAt(now).name;
    // Who moved up last week is to sit with the others there.
    await leagues.closeBefore(week);
    const place = livePeriods(now).findIndex(({ scope, name }) => scope === "weekly" && name === week);
    const playing = standings.filter(({ periods, shown }) => shown && (periods[place] ?? 0) > 0);
    await leagues.seat({ week, userIds: playing.map(({ userId }) => userId) });
  }

  return async (now: number): Promise<{ touched: Board[]; isMore: boolean }> => {
    const periods = livePeriods(now);
    const standings = await scores.untoldUsers({ periods, limit: usersAtOnce });
    if (standings.length === 0) return { touched: [], isMore: false };
    const startedAt = performance.now();
    const { touched, unknown } = await store.update(standings.flatMap((standing) => boardUpdatesOf(standing, periods)));
    const isWhole = await rebuildUnknown(unknown, now);
    await seatPlayers(standings, now);
    if (isWhole) await scores.usersTold(standings);
    metrics.boardUpdates.observe(secondsSince(startedAt));
    return { touched: [...touched, ...unknown], isMore: isWhole && standings.length === usersAtOnce };
  };
}
