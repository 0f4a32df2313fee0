import { letterSize } from "./letter-size";

/** What the wall of teams has room for, in hundredths of its width, on a stage of 16:9; a higher one has more. */
const wall = { width: 94, height: 28.8, between: 1.6, head: 4.7 };
const columnsInOneRow = 4;
const letterSizes = [3, 2.4, 2, 1.6, 1.3, 1] as const;

/** How many of a team are named: in large words, and in small ones. */
const named = { oneRow: { large: 6, small: 9 }, twoRows: { large: 0, small: 3 } } as const;

export type TeamWallSizes = { columns: number; people: "large" | "small" | "letters"; /** Of a letter, in hundredths of the wall's width. */ letter: number };

/** How the teams stand, and how large their people are: the same in all teams, so that nobody looks like more than another. */
export function teamWallSizes(sizes: readonly number[]): TeamWallSizes {
  const isOneRow = sizes.length <= columnsInOneRow;
  const columns = isOneRow ? sizes.length : Math.ceil(sizes.length / 2);
  const largest = Math.max(0, ...sizes);
  const { large, small } = isOneRow ? named.oneRow : named.twoRows;
  const width = (wall.width - wall.between * (columns - 1)) / columns;
  const height = (isOneRow ? wall.height : (wall.height - wall.between) / 2) - wall.head;
  const letter = letterSize(largest, { width, height, gap: 0.4 }, letterSizes);
  return { columns, people: largest <= large ? "large" : largest <= small ? "small" : "letters", letter };
}
