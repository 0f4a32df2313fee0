import type { ISql } from "postgres";
import type { CreatedRow } from "./log-rows";
import { storableJson, storableText } from "./storable";

/**
 * Whoever opens a game records it, and mostly came first; this is for a process that died in between. A game whose quiz or host is
 * gone has no one to show it to, and is left out rather than refused together with its batch.
 */
export function writeCreated(sql: ISql, rows: CreatedRow[]) {
  return sql`
    insert into games (id, quiz_id, quiz_version_id, host_user_id, title, pin, settings, created_at)
    select entry.id, entry.quiz_id, quiz_version_id, host_user_id, title, pin, settings::jsonb, to_timestamp(entry.created_at / 1000)
    from unnest(
      ${rows.map((row) => row.gameId)}::text[],
      ${rows.map((row) => row.quizId)}::uuid[],
      ${rows.map((row) => row.quizVersionId)}::uuid[],
      ${rows.map((row) => row.hostUserId)}::uuid[],
      ${rows.map((row) => storableText(row.title))}::text[],
      ${rows.map((row) => row.pin)}::text[],
      ${rows.map((row) => storableJson(row.settings))}::text[],
      ${rows.map((row) => row.createdAt)}::float8[]
    ) as entry (id, quiz_id, quiz_version_id, host_user_id, title, pin, settings, created_at)
    join quiz_versions on quiz_versions.id = quiz_version_id
    join users on users.id = host_user_id
    order by entry.id
    on conflict do nothing`;
}
