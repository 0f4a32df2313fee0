import type { ISql } from "postgres";
import { asText } from "./as-text";
import type { AnswerRow, StandingRow } from "./log-rows";
import { inOrder, lines, plainArray } from "./parameters";
import { repeatsClause, type Repeats } from "./repeats";
import { storableJson, storableTextOrNull } from "./storable";

export function writeAnswers(sql: ISql, unordered: AnswerRow[], repeats: Repeats) {
  const rows = inOrder(unordered, (row) => `${row.gameId} ${row.round} ${row.participantId}`);
  return sql`
    insert into game_answers (game_id, round, participant_id, question_id, answer, correct, points, time_ms, at, action_id)
    select game_id, round, participant_id, question_id, answer::jsonb, correct, points, time_ms, to_timestamp(at / 1000), action_id
    from unnest(
      ${plainArray(rows, (row) => row.gameId)}::text[],
      ${plainArray(rows, (row) => row.round)}::int[],
      ${plainArray(rows, (row) => row.participantId)}::uuid[],
      ${plainArray(rows, (row) => row.questionId)}::uuid[],
      string_to_array(${lines(rows, (row) => storableJson(row.answer))}::text, E'\\n'),
      ${plainArray(rows, (row) => asText(row.correct))}::bool[],
      ${plainArray(rows, (row) => row.points)}::int[],
      ${plainArray(rows, (row) => row.timeMs)}::int[],
      ${plainArray(rows, (row) => row.at)}::float8[],
      ${rows.map((row) => storableTextOrNull(row.actionId))}::text[]
    ) as entry (game_id, round, participant_id, question_id, answer, correct, points, time_ms, at, action_id)
    ${repeatsClause(sql, repeats)}`;
}

export function writeStandings(sql: ISql, rows: StandingRow[]) {
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
