/** How many a team may be ahead of the smallest one and still be picked: friends stay together, and teams stay even. */
const mostAhead = 1;

/** The team that whoever does not pick is dealt into: the smallest one; of several, the first. `sizes` begins with team 1. */
export const dealtTeam = (sizes: readonly number[]): number => sizes.indexOf(Math.min(...sizes)) + 1;

/** Whether a team has so many more than the smallest one that nobody else may pick it. */
export const isTeamFull = (sizes: readonly number[], team: number): boolean => (sizes[team - 1] ?? 0) - Math.min(...sizes) > mostAhead;
