/**
 * Score and total answer time in one number, so that a Redis sorted set ranks with the tie-break: the better score is in
 * front, and of equal scores the smaller total time.
 *
 * The budget: a sorted set keeps doubles, which are exact up to 2^53. 26 bits hold the time (18.6 hours in milliseconds) and
 * leave 27 bits for the score (134 million; 200 questions of 5,000 points with every bonus make 1.5 million). A total time
 * beyond its bits is clamped, and so costs at most the tie-break. Join order has no bits left: whoever shows full ties
 * orders them by it.
 */
const TIME_SPAN = 2 ** 26;

export const MAX_TOTAL_MS = TIME_SPAN - 1;
export const MAX_BOARD_POINTS = 2 ** 27 - 1;

export type BoardEntry = { points: number; totalMs: number };

const clamp = (value: number, max: number): number => Math.min(Math.max(Math.trunc(value), 0), max);

export const encodeBoardNumber = ({ points, totalMs }: BoardEntry): number =>
  clamp(points, MAX_BOARD_POINTS) * TIME_SPAN + (MAX_TOTAL_MS - clamp(totalMs, MAX_TOTAL_MS));

export function decodeBoardNumber(boardNumber: number): BoardEntry {
  const points = Math.floor(boardNumber / TIME_SPAN);
  return { points, totalMs: MAX_TOTAL_MS - (boardNumber - points * TIME_SPAN) };
}

/** The number with which everyone begins: no points, no time. */
export const STARTING_BOARD_NUMBER = encodeBoardNumber({ points: 0, totalMs: 0 });

/** One more answer. Not a mere addition: the time has to stop at its bits and must never borrow from the points. */
export function addToBoardNumber(boardNumber: number, { points, elapsedMs }: { points: number; elapsedMs: number }): number {
  const before = decodeBoardNumber(boardNumber);
  return encodeBoardNumber({ points: before.points + points, totalMs: before.totalMs + elapsedMs });
}

/** The smallest number of anyone with this score: a rank is 1 + how many stand at or above this of the next better score. */
export const lowestBoardNumberOf = (points: number): number => points * TIME_SPAN;
