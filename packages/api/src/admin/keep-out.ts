import type { Block, BlockSubject } from "@quickfire/db";
import type { Origin } from "@quickfire/realtime";
import type { WebServices } from "../context";

/** Brings a block to all doors, and takes whom it is on out of the games that run: their sockets close, their answers count no more. */
export async function keepOut({ blocked, review, store }: Pick<WebServices, "blocked" | "review" | "store">, { subject, endsAt }: Block, origin: Origin): Promise<void> {
  await blocked.bar(subject, endsAt);
  // A game that ended or left Redis in between has nobody to take out.
  for (const { gameId, participantId } of await review.runningGamesOf(subject)) await store.remove(gameId, participantId, origin);
}

/** At all doors at once; a longer block of another flag stays, and is brought back here. */
export async function letBackIn({ blocked, review }: Pick<WebServices, "blocked" | "review">, subjects: readonly BlockSubject[]): Promise<void> {
  if (subjects.length === 0) return;
  for (const subject of subjects) await blocked.forgive(subject);
  for (const { subject, endsAt } of await review.activeBlocks()) await blocked.bar(subject, endsAt);
}
