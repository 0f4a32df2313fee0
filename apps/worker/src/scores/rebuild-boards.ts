import type { BoardRepository } from "@quickfire/db";
import { boardName } from "@quickfire/engine";
import type { BoardStore } from "@quickfire/realtime";
import type { Logger, Metrics } from "@quickfire/telemetry";
import { allLiveBoards, type LiveBoard } from "./board-periods";

export type BoardRebuilding = { boards: Pick<BoardRepository, "places" | "countries">; store: Pick<BoardStore, "rebuild" | "isKnown">; metrics: Pick<Metrics, "boardRebuilds">; logger: Logger };

/** Makes a board again from Postgres; false where somebody else is doing so. */
export async function rebuildBoard({ boards, store, metrics, logger }: BoardRebuilding, { board, period, expiresAt }: LiveBoard): Promise<boolean> {
  const startedAt = performance.now();
  const players = await store.rebuild(board, boards.places(board, period), { expiresAt });
  if (players === null) return false;
  metrics.boardRebuilds.inc();
  logger.info({ board: boardName(board), players, seconds: Math.round(performance.now() - startedAt) / 1_000 }, "a board was made from Postgres");
  return true;
}

/** Every board that is to be there; with `onlyLost` those that are not, or that come from another life of Redis. */
export async function rebuildBoards(rebuilding: BoardRebuilding, { now, onlyLost }: { now: number; onlyLost: boolean }): Promise<LiveBoard[]> {
  const rebuilt: LiveBoard[] = [];
  for (const live of await allLiveBoards(rebuilding.boards, now)) {
    if (onlyLost && (await rebuilding.store.isKnown(live.board))) continue;
    if (await rebuildBoard(rebuilding, live)) rebuilt.push(live);
  }
  return rebuilt;
}
