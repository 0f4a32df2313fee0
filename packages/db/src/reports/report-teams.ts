import { type GameId, rankTeams, stretchesOfSums, teamScore, type TeamStanding } from "@quickfire/engine";
import type { TransactionSql } from "postgres";

/** By team and round: how many began to count then, and what was earned by those who counted. */
type SumsRow = { team: number; round: number; newcomers: number; points: number };

/**
 * The teams' board, made again from who was in them to the end and what they earned, by the rule of the game itself. Two sums a team and
 * round, however many have played. Empty where the game has no teams.
 */
export async function readReportTeams(sql: TransactionSql, gameId: GameId): Promise<TeamStanding[]> {
  const rows = await sql<SumsRow[]>`
    with members as (
      select participant_id, team, coalesce((payload->>'fromRound')::int, 1) as from_round
      from game_participants
      left join (select participant_id, payload from audit_events where game_id = ${gameId} and type = 'PARTICIPANT_JOINED') joined using (participant_id)
      where game_id = ${gameId} and team is not null and joined_at is not null and removed_at is null
    )
    select team, from_round as round, count(*)::int as newcomers, 0 as points from members group by team, from_round
    union all
    select team, round, 0, sum(points)::int from members join game_answers using (participant_id)
    where game_id = ${gameId} and round >= from_round group by team, round`;
  const played = await sql<{ round: number }[]>`select round from game_rounds where game_id = ${gameId} and not skipped order by round`;
  const rounds = played.map(({ round }) => round);
  const teams = [...new Set(rows.map(({ team }) => team))];
  return rankTeams(teams.map((team) => standingOf(team, rows.filter((row) => row.team === team), rounds)));
}

function standingOf(team: number, rows: readonly SumsRow[], rounds: readonly number[]): Omit<TeamStanding, "rank"> {
  const newcomers = new Map(rows.filter((row) => row.newcomers > 0).map((row) => [row.round, row.newcomers]));
  const earned = new Map(rows.filter((row) => row.newcomers === 0).map(({ round, points }) => [round, points]));
  return { team, members: [...newcomers.values()].reduce((sum, count) => sum + count, 0), score: teamScore(stretchesOfSums({ newcomers, earned }, rounds)) };
}
