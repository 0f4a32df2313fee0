import type { BoardRepository } from "@quickfire/db";
import { type Board, boardName, lateMs, monthAt, periodBefore, weekAt } from "@quickfire/engine";
import type { Logger } from "@quickfire/telemetry";

type Archives = Pick<BoardRepository, "archive" | "isArchived" | "firstPointsAt">;

/** Keeps the boards whose period is over and takes nothing late any more: back to the last one that is kept, or to the first points. */
export async function archiveBoards({ boards, logger, now }: { boards: Archives; logger: Logger; now: number }): Promise<void> {
  const firstAt = (await boards.firstPointsAt())?.getTime() ?? now;
  for (const [scope, periodAt] of [["weekly", weekAt], ["monthly", monthAt]] as const) {
    for (let period = periodBefore(periodAt(now - lateMs), periodAt); period.endsAt > firstAt; period = periodBefore(period, periodAt)) {
      const board: Board = { scope, period: period.name };
      if (await boards.isArchived(board)) break;
      await boards.archive({ board, period, at: new Date(now) });
      logger.info({ board: boardName(board) }, "a board was archived");
    }
  }
}
