/**
 * What a team is worth: the mean of its members' scores. Somebody counts from the first question on that opens after they came in, so
 * of each question it is the mean over those who were there: a newcomer neither takes from what the team has nor is given any of it.
 * Where everybody was there from the beginning that is the mean of the scores as they stand.
 */

/** A member who is in the game, with the points of each round that counts. */
export type TeamMember = { team: number; fromRound: number; points: ReadonlyMap<number, number> };

/** Rounds in a row in which a team had the same members, and what these earned together. */
export type TeamStretch = { points: number; members: number };

/** A row of the teams' board; `members` are all who are in, newcomers too. */
export type TeamStanding = { team: number; score: number; rank: number; members: number };

/** Sums of means come out a hair beside a half; the hair is far smaller than what any fraction of a team can be beside one. */
const hair = 1e-7;

/** With one decimal, as it is shown. The same sum in the same order as `lib/teams.lua` makes it. */
export function teamScore(stretches: readonly TeamStretch[]): number {
  const score = stretches.reduce((sum, { points, members }) => (members === 0 ? sum : sum + points / members), 0);
  return Math.floor(score * 10 + 0.5 + hair) / 10;
}

/** Of one team: how many began to count with a round, and what was earned in one by those who counted. */
export type TeamSums = { newcomers: ReadonlyMap<number, number>; earned: ReadonlyMap<number, number> };

/** A stretch begins with the first of these rounds in which newcomers count. */
export function stretchesOfSums({ newcomers, earned }: TeamSums, rounds: readonly number[]): TeamStretch[] {
  const stretches: TeamStretch[] = [];
  for (const round of rounds) {
    const members = [...newcomers].reduce((sum, [from, count]) => (from <= round ? sum + count : sum), 0);
    const points = earned.get(round) ?? 0;
    const last = stretches.at(-1);
    if (last?.members === members) last.points += points;
    else stretches.push({ points, members });
  }
  return stretches;
}

export function teamStretches(members: readonly TeamMember[], rounds: readonly number[]): TeamStretch[] {
  const newcomers = new Map<number, number>();
  for (const { fromRound } of members) newcomers.set(fromRound, (newcomers.get(fromRound) ?? 0) + 1);
  const earnedIn = (round: number) => members.reduce((sum, { fromRound, points }) => (fromRound <= round ? sum + (points.get(round) ?? 0) : sum), 0);
  return stretchesOfSums({ newcomers, earned: new Map(rounds.map((round) => [round, earnedIn(round)])) }, rounds);
}

/** The better score in front; equal scores share a rank and stand in the order of the teams. A team without members is left out. */
export function rankTeams(scored: readonly Omit<TeamStanding, "rank">[]): TeamStanding[] {
  const filled = scored.filter(({ members }) => members > 0);
  return filled
    .map((row) => ({ ...row, rank: 1 + filled.filter(({ score }) => score > row.score).length }))
    .toSorted((one, other) => one.rank - other.rank || one.team - other.team);
}

/** The teams' board after these rounds. */
export function teamStandings(members: readonly TeamMember[], rounds: readonly number[]): TeamStanding[] {
  const teams = [...new Set(members.map(({ team }) => team))];
  return rankTeams(
    teams.map((team) => {
      const own = members.filter((member) => member.team === team);
      return { team, members: own.length, score: teamScore(teamStretches(own, rounds)) };
    }),
  );
}
