import type { GameId } from "@quickfire/engine";
import type { TransactionSql } from "postgres";
import { type ChainedEvent, factsHash, firstLinks, kept, keptBytes, type Links, nextLinks } from "./audit-chain";

/** Where a chain does not fit its seal. `event` is what stands there now; null where the seal knows of more events than there are. */
export type BrokenAt = { part: number; place: number; what: "event" | "address"; event: ChainedEvent | null };

type SealPart = { part: number; events: number; head: string; links: Buffer; originLinks: Buffer | null; eventIds: string[] | null };
/** Of an event out of which a person was taken: the link with them, and the hash of what is left. */
type Forgotten = { eventId: string; link: Buffer; remains: Buffer };

export type SealWalks = {
  parts: SealPart[];
  /** How many events have lost a person. */
  forgotten: number;
  /** The walk that an event belongs to; undefined where the game has no seal. */
  of(event: ChainedEvent): SealWalk | undefined;
  end(): BrokenAt | null;
};

export async function openSeal(sql: TransactionSql, gameId: GameId): Promise<SealWalks> {
  const parts = await sql<SealPart[]>`
    select part, events, head, links, origin_links as "originLinks", event_ids as "eventIds" from audit_seals where game_id = ${gameId} order by part`;
  const forgotten = await sql<Forgotten[]>`select event_id as "eventId", link, remains from forgotten_links where game_id = ${gameId}`;
  const forgottenById = new Map(forgotten.map((event) => [event.eventId, event]));
  const walks = parts.map((part) => new SealWalk(gameId, part, forgottenById));
  const walkOf = new Map(walks.flatMap((walk) => (walk.part.eventIds ?? []).map((eventId) => [eventId, walk] as const)));
  return {
    parts,
    forgotten: forgotten.length,
    of: (event) => walkOf.get(event.eventId) ?? walks[0],
    end: () => walks.map((walk) => walk.end()).find((end) => end !== null) ?? null,
  };
}

/** One part of a seal, and how far the events that were met so far fit it. */
export class SealWalk {
  #last: Links;
  #place = 0;
  #moved: BrokenAt | null = null;
  /** The first event that did not fit at this place: it came later, or the chain breaks here. */
  #misfit: ChainedEvent | null = null;

  constructor(gameId: GameId, readonly part: SealPart, readonly forgotten: ReadonlyMap<string, Forgotten>) {
    this.#last = firstLinks(gameId, part.part);
  }

  /** The link that the event gives, whole; null for an event that is not the next one of the chain. */
  take(event: ChainedEvent): Buffer | null {
    const next = this.#next(event);
    const { links, originLinks, events, part } = this.part;
    if (this.#place >= events || !next || !kept(next.facts).equals(this.#at(links))) {
      this.#misfit ??= event;
      return null;
    }
    if (originLinks && !this.#moved && !kept(next.origins).equals(this.#at(originLinks))) this.#moved = { part, place: this.#place, what: "address", event };
    this.#last = next;
    this.#place += 1;
    this.#misfit = null;
    return next.facts;
  }

  end(): BrokenAt | null {
    const { events, head, part } = this.part;
    const isWhole = this.#place === events && this.#last.facts.toString("hex") === head;
    return isWhole ? this.#moved : { part, place: this.#place, what: "event", event: this.#misfit };
  }

  #next(event: ChainedEvent): Links | null {
    const next = nextLinks(this.#last, event);
    const forgotten = this.forgotten.get(event.eventId);
    if (!forgotten) return next;
    return factsHash(event).equals(forgotten.remains) ? { ...next, facts: forgotten.link } : null;
  }

  #at(links: Buffer): Buffer {
    return links.subarray(this.#place * keptBytes, (this.#place + 1) * keptBytes);
  }
}
