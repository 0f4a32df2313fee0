import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

/** Games that run, or ended since they were last examined with all of their log there. The oldest first: all get their turn. */
export async function gamesToExamine(sql: Sql): Promise<GameId[]> {
  const rows = await sql<{ gameId: GameId }[]>`
    select game_id as "gameId" from game_outcomes
    where examined_at is null and started_at > now() - interval '7 days' order by started_at limit 500`;
  return rows.map(({ gameId }) => gameId);
}

/** Notes that a game which has ended, and whose log is checked, needs no more looking at. */
export async function noteExamined(sql: Sql, gameId: GameId): Promise<void> {
  await sql`update game_outcomes set examined_at = now() where game_id = ${gameId} and verified is not null`;
}
