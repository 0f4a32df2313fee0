import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";
import type { GameEpoch } from "./log-rows";

/**
 * Of these games the running ones that have been rebuilt in a later epoch. What was stored of them just now may have come too late for
 * that, and be missing in Redis.
 */
export async function readOvertaken(sql: Sql, lives: readonly GameEpoch[]): Promise<GameId[]> {
  const rows = await sql<{ gameId: GameId }[]>`
    select distinct stored.game_id as "gameId"
    from unnest(${lives.map(({ gameId }) => gameId)}::text[], ${lives.map(({ epoch }) => epoch)}::text[]) as stored (game_id, epoch)
    cross join lateral (select epoch from game_epochs where game_epochs.game_id = stored.game_id order by fence desc limit 1) newest
    left join game_outcomes on game_outcomes.game_id = stored.game_id
    where newest.epoch <> stored.epoch and ended_at is null`;
  return rows.map(({ gameId }) => gameId);
}
