import type { GameId } from "@quickfire/engine";
import type { TransactionSql } from "postgres";
import type { ChainedEvent } from "./audit-chain";
import { readChainedEvents } from "./read-chained-events";
import { type BrokenAt, openSeal } from "./seal-walk";

export type { BrokenAt };

export type SealReading = {
  parts: number;
  /** How many events the parts cover. */
  events: number;
  /** Out of how many of these a person was taken: of them only what is left can be checked, and their place. */
  forgotten: number;
  /** The last link of each part. */
  heads: string[];
  broken: BrokenAt | null;
  /** Events that no part covers; told only where nothing is broken. Of very many the first ones. */
  late: ChainedEvent[];
  lateEvents: number;
};

/** A chain that is broken early leaves all the rest over; nobody needs all of that in memory. */
const mostLate = 10_000;

/** Compares every stored event with the seal. One that does not fit may have come later: then the next ones fit again. */
export async function readSeal(sql: TransactionSql, gameId: GameId): Promise<SealReading> {
  const seal = await openSeal(sql, gameId);
  if (seal.parts.length === 0) return { parts: 0, events: 0, forgotten: 0, heads: [], broken: null, late: [], lateEvents: 0 };
  const late: ChainedEvent[] = [];
  let lateEvents = 0;
  for await (const event of readChainedEvents(sql, gameId)) {
    if (seal.of(event)?.take(event)) continue;
    lateEvents += 1;
    if (late.length < mostLate) late.push(event);
  }
  const broken = seal.end();
  return {
    parts: seal.parts.length,
    events: seal.parts.reduce((sum, { events }) => sum + events, 0),
    forgotten: seal.forgotten,
    heads: seal.parts.map(({ head }) => head),
    broken,
    late: broken ? [] : late,
    lateEvents: broken ? 0 : lateEvents,
  };
}
