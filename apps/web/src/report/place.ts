/** A place as it is shown: "2=" where it is shared. */
export function placeOf({ rank }: { rank: number }, all: readonly { rank: number }[]): string {
  return all.filter((other) => other.rank === rank).length > 1 ? `${rank}=` : String(rank);
}
