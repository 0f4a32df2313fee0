import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

/** Games that ended a day ago and were never sealed, because a part of their log is missing: what is there is sealed as it is. */
export async function unsealedGames(sql: Sql): Promise<GameId[]> {
  const rows = await sql<{ gameId: GameId }[]>`
    select game_id as "gameId" from game_outcomes where sealed_at is null and ended_at < now() - interval '1 day' order by ended_at limit 100`;
  return rows.map(({ gameId }) => gameId);
}
