import type { GameId } from "@quickfire/engine";
import type { TransactionSql } from "postgres";
import type { ChainedEvent } from "./audit-chain";

const batch = 1_000;

/**
 * A game's events in the one order that does not depend on how Postgres sorts texts: its lives in the order of their names, and within
 * a life by log number and place. Read a piece at a time: a large game has hundreds of thousands.
 */
export async function* readChainedEvents(sql: TransactionSql, gameId: GameId): AsyncGenerator<ChainedEvent> {
  const lives = await sql<{ epoch: string }[]>`select distinct epoch from audit_events where game_id = ${gameId}`;
  for (const { epoch } of lives.toSorted((one, other) => (one.epoch < other.epoch ? -1 : 1))) {
    const events = sql<ChainedEvent[]>`
      select event_id as "eventId", epoch, seq, index, type, participant_id as "participantId", user_id as "userId", question_id as "questionId",
        old_score as "oldScore", new_score as "newScore", action, (extract(epoch from at) * 1000)::bigint::text as at, payload::text as payload,
        ip, user_agent as "userAgent"
      from audit_events where game_id = ${gameId} and epoch = ${epoch} order by seq, index, event_id`;
    for await (const rows of events.cursor(batch)) yield* rows;
  }
}
