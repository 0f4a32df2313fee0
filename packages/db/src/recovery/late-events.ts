import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

/**
 * Of these rebuilt games, each in its newest epoch, those of whose earlier epochs more is stored by now than there was when they were
 * rebuilt: it came too late for that, and is missing in Redis. Told by what is in Postgres alone, so it is found whoever died meanwhile.
 */
export async function readGamesWithLateEvents(sql: Sql, games: readonly { gameId: GameId; epoch: string }[]): Promise<Set<GameId>> {
  if (games.length === 0) return new Set();
  const rows = await sql<{ gameId: GameId }[]>`
    select asked.game_id as "gameId"
    from unnest(${games.map(({ gameId }) => gameId)}::text[], ${games.map(({ epoch }) => epoch)}::text[]) as asked (game_id, epoch)
    join audit_events rebuilt on rebuilt.game_id = asked.game_id and rebuilt.epoch = asked.epoch and rebuilt.type = 'GAME_REBUILT'
    where (select count(*) from audit_events stored where stored.game_id = asked.game_id and stored.epoch <> asked.epoch) > (rebuilt.payload ->> 'storedEvents')::int`;
  return new Set(rows.map(({ gameId }) => gameId));
}
