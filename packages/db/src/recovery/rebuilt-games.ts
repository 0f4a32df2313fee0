import type { GameId, Pin } from "@quickfire/engine";
import type { Sql } from "postgres";

export type NewEpoch = { gameId: GameId; fence: number; epoch: string; pin: Pin };

/** Noted before Redis has the epoch: whatever Redis holds of an earlier one is old from now on. */
export async function startEpoch(sql: Sql, { gameId, fence, epoch, pin }: NewEpoch): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`
      insert into game_epochs (game_id, fence, epoch) values (${gameId}, ${fence}, ${epoch})
      on conflict (game_id, fence) do update set epoch = excluded.epoch`;
    await transaction`update games set pin = ${pin} where id = ${gameId} and pin <> ${pin}`;
  });
}

/** A game that is over because its live state is gone: with the scores that its stored answers add up to, and never verified. */
export async function endLostGame(sql: Sql, gameId: GameId): Promise<void> {
  await sql`
    insert into game_outcomes (game_id, ended_at, interrupted, verified) values (${gameId}, now(), true, false)
    on conflict (game_id) do update set ended_at = now(), interrupted = true, verified = false where game_outcomes.ended_at is null`;
}
