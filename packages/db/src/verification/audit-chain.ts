import { createHash } from "node:crypto";
import type { GameId } from "@quickfire/engine";

/** An event as it is chained: every column, the payload in its very letters. */
export type ChainedEvent = {
  eventId: string;
  epoch: string;
  seq: number;
  index: number;
  type: string;
  participantId: string | null;
  userId: string | null;
  questionId: string | null;
  oldScore: number | null;
  newScore: number | null;
  action: string | null;
  at: string;
  payload: string;
  ip: string | null;
  userAgent: string | null;
};

/** Bytes of each link that are kept: enough that nobody finds another event with the same ones by trying. */
export const keptBytes = 8;

/** Addresses and browsers have a chain of their own, because they are forgotten earlier. */
export type Links = { facts: Buffer; origins: Buffer };

export const firstLinks = (gameId: GameId, part: number): Links => ({ facts: hash(`facts ${gameId} ${part}`), origins: hash(`origins ${gameId} ${part}`) });

/**
 * A link is a hash of the one before and of one event, so no event can be changed, left out, put in or moved without changing every
 * link from there on.
 */
export const nextLinks = ({ facts, origins }: Links, { ip, userAgent, ...event }: ChainedEvent): Links => ({
  facts: hash(facts, canonical(event)),
  origins: hash(origins, JSON.stringify([event.eventId, ip, userAgent])),
});

/** A hash of one event alone, without address and browser: what is kept of an event out of which a person was taken. */
export const factsHash = ({ ip: _ip, userAgent: _userAgent, ...event }: ChainedEvent): Buffer => hash("remains ", canonical(event));

/** What is kept of a link, to tell where a chain breaks. */
export const kept = (link: Buffer): Buffer => link.subarray(0, keptBytes);

/** A list, and not an object, whose keys could come in another order one day. */
function canonical(event: Omit<ChainedEvent, "ip" | "userAgent">): string {
  const { eventId, epoch, seq, index, type, participantId, userId, questionId, oldScore, newScore, action, at, payload } = event;
  return JSON.stringify([eventId, epoch, seq, index, type, participantId, userId, questionId, oldScore, newScore, action, at, payload]);
}

function hash(...parts: (string | Buffer)[]): Buffer {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest();
}
