import type { TeamStanding } from "@quickfire/engine";

/** Where a lane lies (from 0) and how long it is beside the leader's (0 to 1). */
type Lie = { place: number; share: number };
export type TeamLane = TeamStanding & Lie & { before: Lie };

/** In the order of the teams, so that lanes move and are never put in another order in the page. */
export function teamLanes(teams: readonly TeamStanding[], before: readonly TeamStanding[]): TeamLane[] {
  return teams
    .map((row, place): TeamLane => {
      const now = { place, share: shareOf(row, teams) };
      const placeBefore = before.findIndex(({ team }) => team === row.team);
      const rowBefore = before[placeBefore];
      return { ...row, ...now, before: rowBefore ? { place: placeBefore, share: shareOf(rowBefore, before) } : now };
    })
    .toSorted((one, other) => one.team - other.team);
}

const shareOf = ({ score }: TeamStanding, teams: readonly TeamStanding[]): number => (score === 0 ? 0 : score / Math.max(...teams.map((other) => other.score)));
