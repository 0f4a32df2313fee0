import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

/** Which of these games have ended, and whether they are sealed already. */
export async function endedAmong(sql: Sql, gameIds: GameId[]): Promise<{ gameId: GameId; isSealed: boolean }[]> {
  if (gameIds.length === 0) return [];
  return sql<{ gameId: GameId; isSealed: boolean }[]>`
    select game_id as "gameId", sealed_at is not null as "isSealed" from game_outcomes where game_id = any(${gameIds}::text[]) and ended_at is not null`;
}

/** Games that ended lately and whose standings nobody has compared yet: a worker was stopped in between. */
export async function unverifiedGames(sql: Sql): Promise<GameId[]> {
  const rows = await sql<{ gameId: GameId }[]>`
    select game_id as "gameId" from game_outcomes where verified is null and ended_at > now() - interval '7 days' order by ended_at limit 1000`;
  return rows.map(({ gameId }) => gameId);
}
