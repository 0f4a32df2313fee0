import type { Sql } from "postgres";
import { storableJson, storableText } from "./storable";

export type DeadLetter = { shard: string; entryId: string; gameId: string | null; reason: string; fields: unknown };

/** Puts an entry that can't be stored where a person will find it. Safe to repeat. */
export async function writeDeadLetter(sql: Sql, letter: DeadLetter): Promise<void> {
  await sql`
    insert into dead_letters (shard, entry_id, game_id, reason, fields)
    values (${letter.shard}, ${letter.entryId}, ${letter.gameId === null ? null : storableText(letter.gameId)}, ${storableText(letter.reason)},
      ${storableJson(letter.fields)}::text::jsonb)
    on conflict do nothing`;
}
