import type { ISql } from "postgres";
import type { AuditRow } from "./log-rows";
import { inOrder, lines, plainArray, shared } from "./parameters";
import { repeatsClause, type Repeats } from "./repeats";
import { storableJson, storableText, storableTextOrNull } from "./storable";

/**
 * One statement for all rows, with the same text for one and for a thousand: arrays, unnested by Postgres. Texts that are long and
 * mostly the same, a browser's name above all, are sent and read once.
 */
export function writeEvents(sql: ISql, unordered: AuditRow[], repeats: Repeats) {
  const rows = inOrder(unordered, (row) => row.eventId);
  const lives = shared(rows, (row) => `${row.gameId} ${row.epoch}`);
  const kinds = shared(rows, (row) => `${row.type} ${row.action} ${row.questionId}`);
  const origins = shared(rows, (row) => JSON.stringify([row.ip, row.userAgent]));
  return sql`
    insert into audit_events
      (event_id, game_id, epoch, seq, index, type, participant_id, user_id, question_id, old_score, new_score, action, ip, user_agent, at, payload)
    select
      event_id,
      (${lives.firsts.map((row) => row.gameId)}::text[])[life],
      (${lives.firsts.map((row) => storableText(row.epoch))}::text[])[life],
      seq,
      index,
      (${kinds.firsts.map((row) => row.type)}::text[])[kind],
      participant_id,
      user_id,
      (${kinds.firsts.map((row) => row.questionId)}::uuid[])[kind],
      old_score,
      new_score,
      (${kinds.firsts.map((row) => row.action)}::text[])[kind],
      (${origins.firsts.map((row) => storableTextOrNull(row.ip))}::text[])[origin],
      (${origins.firsts.map((row) => storableTextOrNull(row.userAgent))}::text[])[origin],
      to_timestamp(at / 1000),
      payload::json
    from unnest(
      ${plainArray(rows, (row) => row.eventId)}::uuid[],
      ${lives.places}::int[],
      ${plainArray(rows, (row) => row.seq)}::int[],
      ${plainArray(rows, (row) => row.index)}::int[],
      ${kinds.places}::int[],
      ${plainArray(rows, (row) => row.participantId)}::uuid[],
      ${plainArray(rows, (row) => row.userId)}::uuid[],
      ${plainArray(rows, (row) => row.oldScore)}::int[],
      ${plainArray(rows, (row) => row.newScore)}::int[],
      ${origins.places}::int[],
      ${plainArray(rows, (row) => row.at)}::float8[],
      string_to_array(${lines(rows, (row) => storableJson(row.payload))}::text, E'\\n')
    ) as entry (event_id, life, seq, index, kind, participant_id, user_id, old_score, new_score, origin, at, payload)
    ${repeatsClause(sql, repeats)}`;
}
