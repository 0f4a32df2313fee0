import type { ISql } from "postgres";
import type { AuditRow } from "./log-rows";
import { inOrder, lines, plainArray } from "./parameters";
import { storableJson, storableText, storableTextOrNull } from "./storable";

/** One statement for all rows, with the same text for one and for a thousand: arrays, unnested by Postgres. */
export function writeEvents(sql: ISql, unordered: AuditRow[]) {
  const rows = inOrder(unordered, (row) => row.eventId);
  return sql`
    insert into audit_events
      (event_id, game_id, epoch, seq, index, type, participant_id, user_id, question_id, old_score, new_score, action, ip, user_agent, at, payload)
    select event_id, game_id, epoch, seq, index, type, participant_id, user_id, question_id, old_score, new_score, action, ip, user_agent,
      to_timestamp(at / 1000), payload::json
    from unnest(
      ${plainArray(rows, (row) => row.eventId)}::uuid[],
      ${plainArray(rows, (row) => row.gameId)}::text[],
      ${rows.map((row) => storableText(row.epoch))}::text[],
      ${plainArray(rows, (row) => row.seq)}::int[],
      ${plainArray(rows, (row) => row.index)}::int[],
      ${rows.map((row) => row.type)}::text[],
      ${plainArray(rows, (row) => row.participantId)}::uuid[],
      ${plainArray(rows, (row) => row.userId)}::uuid[],
      ${plainArray(rows, (row) => row.questionId)}::uuid[],
      ${plainArray(rows, (row) => row.oldScore)}::int[],
      ${plainArray(rows, (row) => row.newScore)}::int[],
      ${rows.map((row) => row.action)}::text[],
      ${rows.map((row) => storableTextOrNull(row.ip))}::text[],
      ${rows.map((row) => storableTextOrNull(row.userAgent))}::text[],
      ${plainArray(rows, (row) => row.at)}::float8[],
      string_to_array(${lines(rows, (row) => storableJson(row.payload))}::text, E'\\n')
    ) as entry (event_id, game_id, epoch, seq, index, type, participant_id, user_id, question_id, old_score, new_score, action, ip, user_agent, at, payload)
    on conflict do nothing`;
}
