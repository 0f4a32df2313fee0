import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

const tables = ["audit_events", "game_participants", "game_rounds", "game_answers", "game_standings", "game_outcomes"];

/** All that Postgres has of a game, as text, for comparing; `except` names columns that may differ. */
export async function readStored(sql: Sql, gameId: GameId, except: string[] = []): Promise<Record<string, string[]>> {
  const found = await Promise.all(
    tables.map(async (table) => {
      const rows = await sql<{ row: string }[]>`select (to_jsonb(t) - ${except}::text[])::text as row from ${sql(table)} t where game_id = ${gameId} order by 1`;
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(found);
}

export async function forget(sql: Sql, gameId: GameId): Promise<void> {
  for (const table of tables) await sql`delete from ${sql(table)} where game_id = ${gameId}`;
}
