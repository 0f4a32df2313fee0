import type { TransactionSql } from "postgres";
import { asText } from "./as-text";
import type { AnswerRow, StandingRow } from "./log-rows";
import { storableJson, storableTextOrNull } from "./storable";

export function writeAnswers(sql: TransactionSql, rows: AnswerRow[]) {
  return sql`
    insert into game_answers (game_id, round, participant_id, question_id, answer, correct, points, time_ms, at, action_id)
    select game_id, round, participant_id, question_id, answer::jsonb, correct, points, time_ms, to_timestamp(at / 1000), action_id
    from unnest(
      ${rows.map((row) => row.gameId)}::text[],
      ${rows.map((row) => row.round)}::int[],
      ${rows.map((row) => row.participantId)}::uuid[],
      ${rows.map((row) => row.questionId)}::uuid[],
      ${rows.map((row) => storableJson(row.answer))}::text[],
      ${rows.map((row) => asText(row.correct))}::text[]::bool[],
      ${rows.map((row) => row.points)}::int[],
      ${rows.map((row) => row.timeMs)}::int[],
      ${rows.map((row) => row.at)}::float8[],
      ${rows.map((row) => storableTextOrNull(row.actionId))}::text[]
    ) as entry (game_id, round, participant_id, question_id, answer, correct, points, time_ms, at, action_id)
    order by game_id, round, participant_id
    on conflict do nothing`;
}

export function writeStandings(sql: TransactionSql, rows: StandingRow[]) {
  return sql`
    insert into game_standings (game_id, participant_id, rank, score, total_time_ms)
    select * from unnest(
      ${rows.map((row) => row.gameId)}::text[],
      ${rows.map((row) => row.participantId)}::uuid[],
      ${rows.map((row) => row.rank)}::int[],
      ${rows.map((row) => row.score)}::int[],
      ${rows.map((row) => row.totalTimeMs)}::int[]
    ) as entry (game_id, participant_id, rank, score, total_time_ms)
    order by game_id, participant_id
    on conflict do nothing`;
}
