import type { Person } from "@quickfire/realtime";
import type { LiveServices } from "./context";
import { failureOf, refuse } from "./errors";

/**
 * Tells who is kept out that they are, and until when. While Redis is away nobody can be asked about: nothing can be played then either,
 * and an author who writes a quiz need not wait for it.
 */
export async function refuseBlocked({ blocked }: Pick<LiveServices, "blocked">, person: Person): Promise<void> {
  const barred = await blocked.find(person).catch((error: unknown) => (failureOf(error).code === "BUSY" ? null : Promise.reject(error)));
  if (barred) refuse("BLOCKED", { until: barred.until, detail: blockedSentence(barred.until) });
}

/** In words for whoever reads no page of ours. */
export const blockedSentence = (until: string | null): string =>
  until === null ? "You are blocked here for good. The people who run this server can tell you why." : `You are blocked here until ${until}. The people who run this server can tell you why.`;
