import type { GameId, Pin } from "@quickfire/engine";
import type { Sql } from "postgres";

export type NewEpoch = { gameId: GameId; fence: number; epoch: string };

/**
 * Noted before the game is read for its rebuilding: whatever Redis holds of an earlier epoch is old from now on, and whoever stores
 * something of one hereafter can see that it may have come too late.
 */
export async function startEpoch(sql: Sql, { gameId, fence, epoch }: NewEpoch): Promise<void> {
  await sql`
    insert into game_epochs (game_id, fence, epoch) values (${gameId}, ${fence}, ${epoch})
    on conflict (game_id, fence) do update set epoch = excluded.epoch`;
}

/** The PIN under which a rebuilt game goes on. */
export async function changePin(sql: Sql, { gameId, pin }: { gameId: GameId; pin: Pin }): Promise<void> {
  await sql`update games set pin = ${pin} where id = ${gameId} and pin <> ${pin}`;
}

/** A game that is over because its live state is gone: with the scores that its stored answers add up to, and never verified. */
export async function endLostGame(sql: Sql, gameId: GameId): Promise<void> {
  await sql`
    insert into game_outcomes (game_id, ended_at, interrupted, verified) values (${gameId}, now(), true, false)
    on conflict (game_id) do update set ended_at = now(), interrupted = true, verified = false where game_outcomes.ended_at is null`;
}
