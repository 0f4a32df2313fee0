import type { ParticipantId, Standing } from "@quickfire/engine";
import { createEntityAdapter, type EntityState } from "@reduxjs/toolkit";

/**
 * A row of the board. `place` is the order in which the server listed it: equal scores share a rank, and stand in the
 * order of their answer time. `before` is the row as it stood when the round opened.
 */
export type BoardRow = Standing & { place: number; before: Pick<Standing, "rank" | "score"> & { place: number } | null };
export type Board = EntityState<BoardRow, ParticipantId>;

export const boardAdapter = createEntityAdapter<BoardRow, ParticipantId>({
  selectId: (row) => row.participantId,
  sortComparer: (one, other) => one.place - other.place,
});

export const emptyBoard: Board = boardAdapter.getInitialState();

/** The list is the whole top of the board, so who is not on it has left it. */
export function replaceBoard(board: Board, standings: readonly Standing[]): Board {
  const rows = standings.map((standing, place): BoardRow => ({
    ...standing,
    place,
    before: board.entities[standing.participantId]?.before ?? null,
  }));
  return boardAdapter.setAll(board, rows);
}

export function renameOnBoard(board: Board, { participantId, name }: Pick<Standing, "participantId" | "name">): Board {
  return boardAdapter.updateOne(board, { id: participantId, changes: { name } });
}

/** Called as a round opens: what moves until its standings is measured from here. */
export function rememberBoard(board: Board): Board {
  const rows = Object.values(board.entities).map(
    (row): BoardRow => ({ ...row, before: { rank: row.rank, score: row.score, place: row.place } }),
  );
  return boardAdapter.setAll(board, rows);
}
