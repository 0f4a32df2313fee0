import type { GameFacts } from "@quickfire/engine";
import type { HttpContext } from "../context";
import { refuse, refuseField } from "../errors";

/**
 * In a game that asks for it: what the big screen shows must have been tapped. Each try counts before it is looked at, or a program would
 * go through all patterns; a right one was none, so that a class behind one address does not stop itself.
 */
export async function checkPattern({ services, addressBlock }: Pick<HttpContext, "services" | "addressBlock">, { gameId, settings }: GameFacts, pattern: string | undefined): Promise<void> {
  if (!settings.joinPattern) return pattern === undefined ? undefined : refuseField(["pattern"], "This game asks for no pattern.");
  if (pattern === undefined) refuse("PATTERN_NEEDED");
  await services.limits.beforePattern(gameId, addressBlock);
  if (!services.joinPatterns.accepts(gameId, pattern)) refuse("PATTERN_WRONG");
  await services.limits.afterPattern(gameId, addressBlock);
}
