import type { Sql } from "postgres";
import { storableJson, storableText } from "./storable";

/** `index` is the event's place within its entry; null for an entry that could not be read at all. */
export type DeadLetter = { shard: string; entryId: string; index: number | null; gameId: string | null; reason: string; content: unknown };

/** Puts what can't be stored where a person will find it. Safe to repeat. */
export async function writeDeadLetter(sql: Sql, letter: DeadLetter): Promise<void> {
  await sql`
    insert into dead_letters (shard, entry_id, index, game_id, reason, content)
    values (${letter.shard}, ${letter.entryId}, ${letter.index ?? -1}, ${letter.gameId === null ? null : storableText(letter.gameId)},
      ${storableText(letter.reason)}, ${storableJson(letter.content)}::text::jsonb)
    on conflict do nothing`;
}
