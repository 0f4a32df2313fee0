import type { TransactionSql } from "postgres";
import type { AuditRow, GameEpoch } from "./log-rows";
import { storableJson, storableText, storableTextOrNull } from "./storable";

/**
 * One statement for all rows, with the same text for one and for a thousand: arrays, unnested by Postgres. The payloads are one JSON
 * array: as elements of an array of texts, each of their quotes would have to be escaped here and read back there. Tells of which games
 * something was stored that had not been there.
 */
export function writeEvents(sql: TransactionSql, rows: AuditRow[]) {
  return sql<GameEpoch[]>`
    with written as (insert into audit_events
      (event_id, game_id, epoch, seq, index, type, participant_id, user_id, question_id, old_score, new_score, action, ip, user_agent, at, payload)
    select event_id, game_id, epoch, seq, index, type, participant_id, user_id, question_id, old_score, new_score, action, ip, user_agent,
      to_timestamp(at / 1000), payload
    from rows from (unnest(
      ${rows.map((row) => row.eventId)}::uuid[],
      ${rows.map((row) => row.gameId)}::text[],
      ${rows.map((row) => storableText(row.epoch))}::text[],
      ${rows.map((row) => row.seq)}::int[],
      ${rows.map((row) => row.index)}::int[],
      ${rows.map((row) => row.type)}::text[],
      ${rows.map((row) => row.participantId)}::uuid[],
      ${rows.map((row) => row.userId)}::uuid[],
      ${rows.map((row) => row.questionId)}::uuid[],
      ${rows.map((row) => row.oldScore)}::int[],
      ${rows.map((row) => row.newScore)}::int[],
      ${rows.map((row) => row.action)}::text[],
      ${rows.map((row) => storableTextOrNull(row.ip))}::text[],
      ${rows.map((row) => storableTextOrNull(row.userAgent))}::text[],
      ${rows.map((row) => row.at)}::float8[]
    ), jsonb_array_elements(${`[${rows.map((row) => storableJson(row.payload)).join(",")}]`}::text::jsonb))
      as entry (event_id, game_id, epoch, seq, index, type, participant_id, user_id, question_id, old_score, new_score, action, ip, user_agent, at, payload)
    order by event_id
    on conflict do nothing
    returning game_id, epoch)
    select distinct game_id as "gameId", epoch from written`;
}
