import type { Standing } from "@quickfire/engine";

export type PodiumColumn = Standing & { height: "first" | "second" | "third"; /** The lower places come up first. */ turn: number };

const columnsAtMost = 3;

/**
 * Those on the podium, from left to right, with the winner in the middle; ties stand equally high. The rest of the board
 * follows beside it.
 */
export function podiumOf(board: readonly Standing[]): { columns: PodiumColumn[]; rest: Standing[] } {
  const winners = board.slice(0, columnsAtMost);
  const ranks = [...new Set(winners.map(({ rank }) => rank))];
  const heights = ["first", "second", "third"] as const;
  const columns = winners.map((standing): PodiumColumn => {
    const step = ranks.indexOf(standing.rank);
    return { ...standing, height: heights[step] ?? "third", turn: ranks.length - 1 - step };
  });
  const [first, second, third] = columns;
  return { columns: [second, first, third].filter((column) => column !== undefined), rest: board.slice(columnsAtMost) };
}
