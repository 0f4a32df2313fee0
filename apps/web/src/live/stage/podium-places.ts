/** A place on the podium: how high it is, and when it comes up; the lower ones come first. */
export type PodiumStep<Row> = { row: Row; height: "first" | "second" | "third"; turn: number };

const columnsAtMost = 3;

/**
 * Those on the podium, players or teams, from left to right with the winner in the middle; ties stand equally high. The rest of
 * the board follows beside it.
 */
export function podiumOf<Row extends { rank: number }>(board: readonly Row[]): { columns: PodiumStep<Row>[]; rest: Row[] } {
  const winners = board.slice(0, columnsAtMost);
  const ranks = [...new Set(winners.map(({ rank }) => rank))];
  const heights = ["first", "second", "third"] as const;
  const columns = winners.map((row): PodiumStep<Row> => {
    const step = ranks.indexOf(row.rank);
    return { row, height: heights[step] ?? "third", turn: ranks.length - 1 - step };
  });
  const [first, second, third] = columns;
  return { columns: [second, first, third].filter((column) => column !== undefined), rest: board.slice(columnsAtMost) };
}
