import type { ISql } from "postgres";
import type { JoinedRow, RemovedRow, RenamedRow, TeamRow } from "./log-rows";
import { asText } from "./as-text";
import { storableText } from "./storable";

/** Joining fills in what it knows and leaves a removal, and another name, that arrived earlier as they are. */
export function writeJoined(sql: ISql, rows: JoinedRow[]) {
  return sql`
    insert into game_participants (game_id, participant_id, name, avatar, team, user_id, bot, joined_at)
    select distinct on (game_id, participant_id) game_id, participant_id, name, avatar, team, user_id, bot, to_timestamp(joined_at / 1000)
    from unnest(
      ${rows.map((row) => row.gameId)}::text[],
      ${rows.map((row) => row.participantId)}::uuid[],
      ${rows.map((row) => storableText(row.name))}::text[],
      ${rows.map((row) => row.avatar)}::int[],
      ${rows.map((row) => row.team)}::int[],
      ${rows.map((row) => row.userId)}::uuid[],
      ${rows.map((row) => asText(row.bot))}::text[]::boolean[],
      ${rows.map((row) => row.joinedAt)}::float8[]
    ) as entry (game_id, participant_id, name, avatar, team, user_id, bot, joined_at)
    order by game_id, participant_id, joined_at
    on conflict (game_id, participant_id) do update
      set name = case when game_participants.renamed_at is null then excluded.name else game_participants.name end, avatar = excluded.avatar, team = coalesce(game_participants.team, excluded.team), user_id = excluded.user_id, bot = excluded.bot, joined_at = excluded.joined_at
      where game_participants.joined_at is null`;
}

/** The last of what was logged decides, in whatever order batches come. Follows the events of its batch. */
export function writeTeams(sql: ISql, rows: TeamRow[]) {
  return sql`
    insert into game_participants (game_id, participant_id, team)
    select distinct on (game_id, participant_id) game_id, participant_id, (payload->>'team')::int
    from audit_events
    where type = 'TEAM_CHANGED' and (game_id, participant_id) in (
      select * from unnest(${rows.map((row) => row.gameId)}::text[], ${rows.map((row) => row.participantId)}::uuid[])
    )
    order by game_id, participant_id, at desc, seq desc
    on conflict (game_id, participant_id) do update set team = excluded.team`;
}

export function writeRenamed(sql: ISql, rows: RenamedRow[]) {
  return sql`
    insert into game_participants (game_id, participant_id, name, renamed_at)
    select distinct on (game_id, participant_id) game_id, participant_id, name, to_timestamp(renamed_at / 1000)
    from unnest(
      ${rows.map((row) => row.gameId)}::text[],
      ${rows.map((row) => row.participantId)}::uuid[],
      ${rows.map((row) => storableText(row.name))}::text[],
      ${rows.map((row) => row.renamedAt)}::float8[]
    ) as entry (game_id, participant_id, name, renamed_at)
    order by game_id, participant_id, renamed_at desc
    on conflict (game_id, participant_id) do update set name = excluded.name, renamed_at = excluded.renamed_at
      where game_participants.renamed_at is null or game_participants.renamed_at < excluded.renamed_at`;
}

export function writeRemoved(sql: ISql, rows: RemovedRow[]) {
  return sql`
    insert into game_participants (game_id, participant_id, removed_at)
    select game_id, participant_id, to_timestamp(min(removed_at) / 1000)
    from unnest(
      ${rows.map((row) => row.gameId)}::text[],
      ${rows.map((row) => row.participantId)}::uuid[],
      ${rows.map((row) => row.removedAt)}::float8[]
    ) as entry (game_id, participant_id, removed_at)
    group by game_id, participant_id
    order by game_id, participant_id
    on conflict (game_id, participant_id) do update set removed_at = least(game_participants.removed_at, excluded.removed_at)`;
}
