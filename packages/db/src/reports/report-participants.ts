import type { GameId, ParticipantId, UserId } from "@quickfire/engine";
import type { TransactionSql } from "postgres";
import type { ReportParticipant } from "./report-repository.types";

type ParticipantRow = Omit<ReportParticipant, "team" | "userId" | "bot" | "takenBack"> & { participantId: ParticipantId; team: number | null; userId: UserId | null; bot: boolean; takenBack: number };

/**
 * Everyone who was in to the end (who was removed is left out), best first. An ended game's scores and ranks are those of its final
 * standings, what everybody saw, and full ties stand as they did on the board; before, they are summed up from the answers stored so far.
 */
export async function readReportParticipants(sql: TransactionSql, gameId: GameId): Promise<ReportParticipant[]> {
  const rows = await sql<ParticipantRow[]>`
    with sums as (
      select participant_id, sum(points)::int as score, sum(time_ms)::int as total_time_ms, count(*)::int as answered,
        count(*) filter (where correct)::int as "right"
      from game_answers left join game_rounds using (game_id, round)
      where game_id = ${gameId} and not coalesce(skipped, false)
      group by participant_id
    ),
    people as (
      select participant_id, name, avatar, team, user_id, bot, coalesce(answered, 0) as answered, coalesce("right", 0) as "right",
        standing.rank as final_rank,
        coalesce(standing.score, sums.score, 0) as score,
        coalesce(standing.total_time_ms, sums.total_time_ms, 0) as total_time_ms
      from game_participants
      left join sums using (participant_id)
      left join game_standings standing using (game_id, participant_id)
      where game_id = ${gameId} and joined_at is not null and removed_at is null
    )
    select participant_id as "participantId", name, avatar, team, user_id as "userId", bot, score,
      coalesce(final_rank, rank() over (order by score desc))::int as rank,
      "right", answered, total_time_ms as "totalTimeMs", coalesce(back.points, 0) as "takenBack"
    from people
    left join (select participant_id, sum(points)::int as points from taken_back_points where game_id = ${gameId} group by participant_id) back using (participant_id)
    order by rank, total_time_ms, participant_id desc`;
  return rows.map(({ team, userId, bot, takenBack, ...row }) => ({ ...row, ...(takenBack > 0 ? { takenBack } : {}), ...(team === null ? {} : { team }), ...(userId === null ? {} : { userId }), ...(bot ? { bot } : {}) }));
}
