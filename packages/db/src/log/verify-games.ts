import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

export type Verification = { gameId: GameId; verified: boolean };

/**
 * Recomputes the final standings of ended games from the stored answers, and notes in `game_outcomes` whether every participant,
 * score, time and rank agrees. A game whose log has a gap is left out: another worker still holds a part of it, and what writes that
 * part verifies again.
 */
export async function verifyGames(sql: Sql, gameIds: GameId[]): Promise<Verification[]> {
  if (gameIds.length === 0) return [];
  return sql<Verification[]>`
    with ended as (
      select game_id from game_outcomes outcome
      where game_id = any(${gameIds}::text[]) and ended_at is not null
        and not exists (
          select 1 from audit_events where audit_events.game_id = outcome.game_id
          group by epoch having max(seq) - min(seq) + 1 <> count(distinct seq)
        )
    ),
    sums as (
      select game_id, participant_id, sum(points)::int as score, sum(time_ms)::int as total_time_ms
      from game_answers join game_rounds using (game_id, round)
      where game_id in (select game_id from ended) and not skipped
      group by game_id, participant_id
    ),
    recomputed as (
      select game_id, participant_id, coalesce(score, 0) as score, coalesce(total_time_ms, 0) as total_time_ms,
        rank() over (partition by game_id order by coalesce(score, 0) desc)::int as rank
      from game_participants left join sums using (game_id, participant_id)
      where game_id in (select game_id from ended) and joined_at is not null and removed_at is null
    ),
    standings as (select * from game_standings where game_id in (select game_id from ended)),
    differing as (
      select coalesce(standings.game_id, recomputed.game_id) as game_id
      from standings full join recomputed using (game_id, participant_id)
      where (standings.score, standings.total_time_ms, standings.rank) is distinct from (recomputed.score, recomputed.total_time_ms, recomputed.rank)
    )
    update game_outcomes set verified = not exists (select 1 from differing where differing.game_id = game_outcomes.game_id)
    where game_id in (select game_id from ended)
    returning game_id as "gameId", verified`;
}
