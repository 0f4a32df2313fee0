import type { GameId } from "@quickfire/engine";
import type { Sql, TransactionSql } from "postgres";
import { type ChainedEvent, firstLinks, kept, nextLinks } from "./audit-chain";
import { readSeal } from "./read-seal";
import { readChainedEvents } from "./read-chained-events";

export type Sealed = { events: number; head: string };

/**
 * Seals what is stored of an ended game: once, and never again. Null where it runs, or is sealed already. Whoever keeps the head
 * elsewhere (it is in the worker's log, too) can tell later that nobody replaced the seal together with the events.
 */
export async function sealGame(sql: Sql, gameId: GameId): Promise<Sealed | null> {
  return sql.begin(async (transaction) => {
    const [ended] = await transaction`select from game_outcomes where game_id = ${gameId} and ended_at is not null and sealed_at is null for update`;
    if (!ended) return null;
    const seal = await chainOf(gameId, 0, readChainedEvents(transaction, gameId));
    await insertSeal(transaction, { gameId, part: 0, eventIds: null, ...seal });
    await transaction`update game_outcomes set sealed_at = now() where game_id = ${gameId}`;
    return { events: seal.events, head: seal.head };
  });
}

/**
 * Covers events that came after the seal: those that a worker has just been delivered, and no others. What got in without a delivery
 * stays uncovered and shows. Safe to repeat: events that are covered already are left alone.
 */
export async function sealLateEvents(sql: Sql, gameId: GameId, delivered: readonly string[]): Promise<Sealed | null> {
  return sql.begin(async (transaction) => {
    await transaction`select from game_outcomes where game_id = ${gameId} for update`;
    const known = new Set(delivered);
    const { parts, late } = await readSeal(transaction, gameId);
    const mine = late.filter(({ eventId }) => known.has(eventId));
    if (parts === 0 || mine.length === 0) return null;
    const seal = await chainOf(gameId, parts, mine);
    await insertSeal(transaction, { gameId, part: parts, eventIds: mine.map(({ eventId }) => eventId), ...seal });
    return { events: seal.events, head: seal.head };
  });
}

type Chain = { events: number; head: string; links: Buffer; originLinks: Buffer };

async function chainOf(gameId: GameId, part: number, events: AsyncIterable<ChainedEvent> | Iterable<ChainedEvent>): Promise<Chain> {
  let last = firstLinks(gameId, part);
  const facts: Buffer[] = [];
  const origins: Buffer[] = [];
  for await (const event of events) {
    last = nextLinks(last, event);
    facts.push(kept(last.facts));
    origins.push(kept(last.origins));
  }
  return { events: facts.length, head: last.facts.toString("hex"), links: Buffer.concat(facts), originLinks: Buffer.concat(origins) };
}

async function insertSeal(sql: TransactionSql, { gameId, part, eventIds, events, head, links, originLinks }: Chain & { gameId: GameId; part: number; eventIds: string[] | null }) {
  await sql`
    insert into audit_seals (game_id, part, events, head, links, origin_links, event_ids)
    values (${gameId}, ${part}, ${events}, ${head}, ${links}, ${originLinks}, ${eventIds}::uuid[])`;
}
