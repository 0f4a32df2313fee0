import type { ISql } from "postgres";
import { asText } from "./as-text";
import type { OutcomeRow, RoundRow } from "./log-rows";

/** The earliest opening, the latest closing, skipped once and for all: the same whatever the order of arrival. */
export function writeRounds(sql: ISql, rows: RoundRow[]) {
  return sql`
    insert into game_rounds (game_id, round, question_id, opened_at, closed_at, skipped)
    select game_id, round, min(question_id::text)::uuid, to_timestamp(min(opened_at) / 1000), to_timestamp(max(closed_at) / 1000), bool_or(skipped)
    from unnest(
      ${rows.map((row) => row.gameId)}::text[],
      ${rows.map((row) => row.round)}::int[],
      ${rows.map((row) => row.questionId)}::uuid[],
      ${rows.map((row) => row.openedAt)}::float8[],
      ${rows.map((row) => row.closedAt)}::float8[],
      ${rows.map((row) => asText(row.skipped))}::text[]::bool[]
    ) as entry (game_id, round, question_id, opened_at, closed_at, skipped)
    group by game_id, round
    order by game_id, round
    on conflict (game_id, round) do update set
      opened_at = least(game_rounds.opened_at, excluded.opened_at),
      closed_at = greatest(game_rounds.closed_at, excluded.closed_at),
      skipped = game_rounds.skipped or excluded.skipped`;
}

export function writeOutcomes(sql: ISql, rows: OutcomeRow[]) {
  return sql`
    insert into game_outcomes (game_id, started_at, ended_at, interrupted)
    select game_id, to_timestamp(min(started_at) / 1000), to_timestamp(min(ended_at) / 1000), bool_or(interrupted)
    from unnest(
      ${rows.map((row) => row.gameId)}::text[],
      ${rows.map((row) => row.startedAt)}::float8[],
      ${rows.map((row) => row.endedAt)}::float8[],
      ${rows.map((row) => asText(row.interrupted))}::text[]::bool[]
    ) as entry (game_id, started_at, ended_at, interrupted)
    group by game_id
    order by game_id
    on conflict (game_id) do update set
      started_at = least(game_outcomes.started_at, excluded.started_at),
      ended_at = least(game_outcomes.ended_at, excluded.ended_at),
      interrupted = game_outcomes.interrupted or excluded.interrupted`;
}
