import type { GameId } from "@quickfire/engine";
import type { TransactionSql } from "postgres";
import { factsHash } from "../verification/audit-chain";
import { readChainedEvents } from "../verification/read-chained-events";
import { openSeal } from "../verification/seal-walk";
import { withoutPerson } from "./without-person";

/**
 * Takes people out of the audit events of a game. Of an event that a seal covers, the link that it gave stays, so the chain behind it
 * can be followed still; one that does not fit its seal gets none, and goes on to show. Answers with how many events were changed.
 */
export async function takeOutOfLog(sql: TransactionSql, gameId: GameId, people: ReadonlySet<string>): Promise<number> {
  const seal = await openSeal(sql, gameId);
  const changed: { eventId: string; payload: string; link: string | null; remains: string }[] = [];
  for await (const event of readChainedEvents(sql, gameId)) {
    const link = seal.of(event)?.take(event) ?? null;
    if (event.participantId === null || !people.has(event.participantId)) continue;
    const left = withoutPerson(event);
    if (left) changed.push({ eventId: event.eventId, payload: left.payload, link: link?.toString("hex") ?? null, remains: factsHash(left).toString("hex") });
  }
  if (changed.length === 0) return 0;
  const eventIds = changed.map(({ eventId }) => eventId);
  await sql`
    update audit_events set user_id = null, payload = left_over.payload::json
    from unnest(${eventIds}::uuid[], ${changed.map(({ payload }) => payload)}::text[]) as left_over (event_id, payload)
    where audit_events.event_id = left_over.event_id`;
  const sealed = changed.filter(({ link }) => link !== null);
  await sql`
    insert into forgotten_links (event_id, game_id, link, remains)
    select event_id, ${gameId}, decode(link, 'hex'), decode(remains, 'hex')
    from unnest(${sealed.map(({ eventId }) => eventId)}::uuid[], ${sealed.map(({ link }) => link ?? "")}::text[], ${sealed.map(({ remains }) => remains)}::text[]) as entry (event_id, link, remains)
    on conflict (event_id) do update set remains = excluded.remains`;
  return changed.length;
}
