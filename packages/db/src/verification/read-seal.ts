import type { GameId } from "@quickfire/engine";
import type { TransactionSql } from "postgres";
import { type ChainedEvent, firstLinks, kept, keptBytes, nextLinks } from "./audit-chain";
import { readChainedEvents } from "./read-chained-events";

/** Where a chain does not fit its seal. `event` is what stands there now; null where the seal knows of more events than there are. */
export type BrokenAt = { part: number; place: number; what: "event" | "address"; event: ChainedEvent | null };

export type SealReading = {
  parts: number;
  /** How many events the parts cover. */
  events: number;
  /** The last link of each part. */
  heads: string[];
  broken: BrokenAt | null;
  /** Events that no part covers; told only where nothing is broken. Of very many the first ones. */
  late: ChainedEvent[];
  lateEvents: number;
};

/** A chain that is broken early leaves all the rest over; nobody needs all of that in memory. */
const mostLate = 10_000;

type SealPart = { part: number; events: number; head: string; links: Buffer; originLinks: Buffer | null; eventIds: string[] | null };

/** Compares every stored event with the seal. One that does not fit may have come later: then the next ones fit again. */
export async function readSeal(sql: TransactionSql, gameId: GameId): Promise<SealReading> {
  const parts = await sql<SealPart[]>`
    select part, events, head, links, origin_links as "originLinks", event_ids as "eventIds" from audit_seals where game_id = ${gameId} order by part`;
  if (parts.length === 0) return { parts: 0, events: 0, heads: [], broken: null, late: [], lateEvents: 0 };
  const walks = parts.map((part) => new Walk(gameId, part));
  const walkOf = new Map(walks.flatMap((walk) => (walk.part.eventIds ?? []).map((eventId) => [eventId, walk] as const)));
  const late: ChainedEvent[] = [];
  let lateEvents = 0;
  for await (const event of readChainedEvents(sql, gameId)) {
    const walk = walkOf.get(event.eventId) ?? walks[0];
    if (walk?.take(event)) continue;
    lateEvents += 1;
    if (late.length < mostLate) late.push(event);
  }
  const broken = walks.map((walk) => walk.end()).find((end) => end !== null) ?? null;
  return {
    parts: parts.length,
    events: parts.reduce((sum, { events }) => sum + events, 0),
    heads: parts.map(({ head }) => head),
    broken,
    late: broken ? [] : late,
    lateEvents: broken ? 0 : lateEvents,
  };
}

/** One part of a seal, and how far the events that were met so far fit it. */
class Walk {
  #last;
  #place = 0;
  #moved: BrokenAt | null = null;
  /** The first event that did not fit at this place: it came later, or the chain breaks here. */
  #misfit: ChainedEvent | null = null;

  constructor(gameId: GameId, readonly part: SealPart) {
    this.#last = firstLinks(gameId, part.part);
  }

  /** False for an event that is not the next one of the chain. */
  take(event: ChainedEvent): boolean {
    const next = nextLinks(this.#last, event);
    const { links, originLinks, events, part } = this.part;
    if (this.#place >= events || !kept(next.facts).equals(this.#at(links))) {
      this.#misfit ??= event;
      return false;
    }
    if (originLinks && !this.#moved && !kept(next.origins).equals(this.#at(originLinks))) this.#moved = { part, place: this.#place, what: "address", event };
    this.#last = next;
    this.#place += 1;
    this.#misfit = null;
    return true;
  }

  end(): BrokenAt | null {
    const { events, head, part } = this.part;
    const isWhole = this.#place === events && this.#last.facts.toString("hex") === head;
    return isWhole ? this.#moved : { part, place: this.#place, what: "event", event: this.#misfit };
  }

  #at(links: Buffer): Buffer {
    return links.subarray(this.#place * keptBytes, (this.#place + 1) * keptBytes);
  }
}
