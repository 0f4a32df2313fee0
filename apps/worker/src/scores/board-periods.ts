import type { BoardRepository } from "@quickfire/db";
import { type Board, lateMs, livePeriods, type Period } from "@quickfire/engine";

/** A board that is to be in Redis, and for how long. */
export type LiveBoard = { board: Board; period?: Period; expiresAt?: number };

/** The live board of a name that an update carries; of a period that is over, null. */
export function liveBoardOf(board: Board, now: number): LiveBoard | null {
  if (board.scope === "all" || board.scope === "country") return { board };
  const period = livePeriods(now).find(({ scope, name }) => scope === board.scope && name === board.period);
  return period ? { board, period, expiresAt: period.endsAt + lateMs } : null;
}

/** Every board that is to be in Redis now. */
export async function allLiveBoards(boards: Pick<BoardRepository, "countries">, now: number): Promise<LiveBoard[]> {
  const countries = await boards.countries();
  const wanted: Board[] = [{ scope: "all" }, ...livePeriods(now).map(({ scope, name }): Board => ({ scope, period: name })), ...countries.map((country): Board => ({ scope: "country", country }))];
  return wanted.flatMap((board) => liveBoardOf(board, now) ?? []);
}
