import type { Board, BoardUpdate, UserId } from "@quickfire/engine";

export type BoardRow = { userId: UserId; score: number; rank: number };

/** The top as it was published: the same for whoever hears of it, numbered without a gap within an epoch. */
export type PublishedBoard = { epoch: string; number: number; /** Of the publication, in ms. */ at: number; rows: BoardRow[] };

export type BoardPage = PublishedBoard & { total: number; offset: number };

/** Where a user belongs on a board that is made again. */
export type BoardPlace = { userId: UserId; revision: number; score: number };

/** The long-term boards in Redis, which are made from Postgres and can be made again at any time. */
export interface BoardStore {
  /**
   * Brings what is committed in Postgres to the boards. Safe to repeat, and in any order. On one Redis all of it happens at once; in a
   * cluster board by board. Answers with the boards whose top changed, and with those that have to be made again first.
   */
  update(updates: readonly BoardUpdate[]): Promise<{ touched: Board[]; unknown: Board[] }>;
  /** Publishes the top if it changed, at most every 500 ms in the whole cluster. The ms after which to ask again; null where nothing waits. */
  publish(board: Board): Promise<number | null>;
  /** Null for a board that has to be made again. */
  read(board: Board, page: { limit: number; offset?: number; around?: UserId }): Promise<BoardPage | null>;
  /** The points of these users on a board, null for who is not on it; null for a board that has to be made again. */
  points(board: Board, userIds: readonly UserId[]): Promise<(number | null)[] | null>;
  /** Whether the board is there and may be believed. */
  isKnown(board: Board): Promise<boolean>;
  /**
   * Makes a board again beside the one that is there, and puts it in its place; what is brought to it meanwhile is kept. How many are
   * on it; null where somebody else is doing the same.
   */
  rebuild(board: Board, places: AsyncIterable<readonly BoardPlace[]>, options?: { expiresAt?: number }): Promise<number | null>;
  /** For an account that is deleted: afterwards nothing on these boards tells of it. */
  forget(userId: UserId, boards: readonly Board[]): Promise<void>;
}
