import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

/** Which of these games have ended. */
export async function endedAmong(sql: Sql, gameIds: GameId[]): Promise<GameId[]> {
  if (gameIds.length === 0) return [];
  const rows = await sql<{ gameId: GameId }[]>`select game_id as "gameId" from game_outcomes where game_id = any(${gameIds}::text[]) and ended_at is not null`;
  return rows.map(({ gameId }) => gameId);
}

/** Games that ended lately and whose standings nobody has compared yet: a worker was stopped in between. */
export async function unverifiedGames(sql: Sql): Promise<GameId[]> {
  const rows = await sql<{ gameId: GameId }[]>`
    select game_id as "gameId" from game_outcomes where verified is null and ended_at > now() - interval '7 days' order by ended_at limit 1000`;
  return rows.map(({ gameId }) => gameId);
}
