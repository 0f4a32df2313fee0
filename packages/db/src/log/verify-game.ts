import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

/**
 * Recomputes the final standings of an ended game from the stored answers, and notes in `game_outcomes` whether every participant,
 * score, time and rank agrees. Null, and nothing noted, for a game that runs, whose log has a gap (another worker still holds a part of it)
 * or that lacks standings (they are logged in parts): whoever stores what is missing verifies again.
 */
export async function verifyGame(sql: Sql, gameId: GameId): Promise<boolean | null> {
  return sql.begin(async (transaction) => {
    // The tables have just been filled, so the planner's statistics know nothing of this game and would make it compare everyone with everyone.
    await transaction`set local enable_nestloop = off`;
    const [outcome] = await transaction<{ verified: boolean }[]>`
      with sums as (
        select participant_id, sum(points)::int as score, sum(time_ms)::int as total_time_ms
        from game_answers join game_rounds using (game_id, round)
        where game_id = ${gameId} and not skipped
        group by participant_id
      ),
      recomputed as (
        select participant_id, coalesce(score, 0) as score, coalesce(total_time_ms, 0) as total_time_ms,
          rank() over (order by coalesce(score, 0) desc)::int as rank
        from game_participants left join sums using (participant_id)
        where game_id = ${gameId} and joined_at is not null and removed_at is null
      ),
      standings as (select participant_id, score, total_time_ms, rank from game_standings where game_id = ${gameId}),
      differing as (
        select from standings full join recomputed using (participant_id)
        where (standings.score, standings.total_time_ms, standings.rank) is distinct from (recomputed.score, recomputed.total_time_ms, recomputed.rank)
      ),
      gaps as (
        select from audit_events where game_id = ${gameId}
        group by epoch having max(seq) <> count(distinct seq)
      )
      update game_outcomes set verified = not exists (select from differing)
      where game_id = ${gameId} and ended_at is not null and not exists (select from gaps)
        and (select count(*) from standings) >= (select count(*) from recomputed)
      returning verified`;
    return outcome?.verified ?? null;
  });
}
