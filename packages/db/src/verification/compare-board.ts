import type { GameId, ParticipantId } from "@quickfire/engine";
import type { TransactionSql } from "postgres";

type Figures = { score: number; totalTimeMs: number; rank: number };
type Worth = { points: number; timeMs: number };

/** Where the stored board, or an answer that it stands on, is not what the log says. Null: there is none on that side. */
export type Difference =
  | { kind: "standing"; participantId: ParticipantId; name: string | null; stored: Figures | null; logged: Figures | null }
  | { kind: "answer"; participantId: ParticipantId; name: string | null; round: number; stored: Worth | null; logged: Worth | null };

export type Comparison = {
  /** Not so where the log's numbers have a gap, or final standings are missing from it: another worker still holds a part of it, or it was lost. */
  isWhole: boolean;
  participants: number;
  answers: number;
  /** Of very many the first ones. */
  differences: Difference[];
};

const mostDifferences = 100;

/**
 * Plays an ended game again from its audit events alone (who joined and was removed, every answer, every round that was left out) and
 * compares the board that this gives with the stored one, and each logged answer with the stored one.
 */
export async function compareBoard(sql: TransactionSql, gameId: GameId): Promise<Comparison> {
  // The tables have just been filled, so the planner's statistics know nothing of this game and would make it compare everyone with everyone.
  await sql`set local enable_nestloop = off`;
  const [answers, standings, [counts]] = await Promise.all([
    sql<Extract<Difference, { kind: "answer" }>[]>`
      ${logged(sql, gameId)}
      select 'answer' as kind, participant_id as "participantId", name, round,
        case when stored.points is not null then json_build_object('points', stored.points, 'timeMs', stored.time_ms) end as stored,
        case when answers.points is not null then json_build_object('points', answers.points, 'timeMs', answers.time_ms) end as logged
      from answers full join (select * from game_answers where game_id = ${gameId}) stored using (participant_id, round)
      left join (select participant_id, name from game_participants where game_id = ${gameId}) people using (participant_id)
      where (stored.points, stored.time_ms, stored.correct) is distinct from (answers.points, answers.time_ms, answers.correct)
      order by round, participant_id limit ${mostDifferences}`,
    sql<Extract<Difference, { kind: "standing" }>[]>`
      ${logged(sql, gameId)},
      sums as (
        select participant_id, sum(points)::int as score, sum(time_ms)::int as total_time_ms from answers
        where round not in (select (payload->>'round')::int from audit_events where game_id = ${gameId} and type in ('ROUND_SKIPPED', 'ROUND_VOIDED'))
        group by participant_id
      ),
      played as (
        select participant_id, coalesce(score, 0) as score, coalesce(total_time_ms, 0) as total_time_ms, rank() over (order by coalesce(score, 0) desc)::int as rank
        from (select distinct participant_id from audit_events where game_id = ${gameId} and type = 'PARTICIPANT_JOINED') joined
        left join sums using (participant_id)
        where participant_id not in (select participant_id from audit_events where game_id = ${gameId} and type = 'PARTICIPANT_REMOVED')
      )
      select 'standing' as kind, participant_id as "participantId", name,
        case when stored.rank is not null then json_build_object('score', stored.score, 'totalTimeMs', stored.total_time_ms, 'rank', stored.rank) end as stored,
        case when played.rank is not null then json_build_object('score', played.score, 'totalTimeMs', played.total_time_ms, 'rank', played.rank) end as logged
      from played full join (select * from game_standings where game_id = ${gameId}) stored using (participant_id)
      left join (select participant_id, name from game_participants where game_id = ${gameId}) people using (participant_id)
      where (stored.score, stored.total_time_ms, stored.rank) is distinct from (played.score, played.total_time_ms, played.rank)
      order by coalesce(stored.rank, played.rank), participant_id limit ${mostDifferences}`,
    sql<{ isWhole: boolean; participants: number; answers: number }[]>`
      select not exists (select from audit_events where game_id = ${gameId} group by epoch having max(seq) <> count(distinct seq))
        and not exists (
          select participant_id from audit_events where game_id = ${gameId} and type = 'PARTICIPANT_JOINED'
          except select participant_id from audit_events where game_id = ${gameId} and type in ('PARTICIPANT_REMOVED', 'FINAL_STANDING')
        ) as "isWhole",
        (select count(*)::int from game_standings where game_id = ${gameId}) as participants,
        (select count(*)::int from game_answers where game_id = ${gameId}) as answers`,
  ]);
  return { isWhole: counts?.isWhole ?? false, participants: counts?.participants ?? 0, answers: counts?.answers ?? 0, differences: [...standings, ...answers].slice(0, mostDifferences) };
}

/** An answer may be told twice where the game was rebuilt in between; the one that is stored is the one that counted. */
const logged = (sql: TransactionSql, gameId: GameId) => sql`
  with told as (
    select participant_id, (payload->>'round')::int as round, (payload->>'points')::int as points, (payload->>'timeMs')::int as time_ms,
      (payload->>'correct')::boolean as correct
    from audit_events where game_id = ${gameId} and type = 'ANSWER_SUBMITTED'
  ),
  answers as (
    select distinct on (participant_id, round) participant_id, round, told.points, told.time_ms, told.correct
    from told left join (select * from game_answers where game_id = ${gameId}) counted using (participant_id, round)
    order by participant_id, round, (told.points, told.time_ms) is distinct from (counted.points, counted.time_ms), told.points, told.time_ms
  )`;
