import type { GameState } from "@quickfire/engine";
import type { HttpContext } from "../context";
import { refuse } from "../errors";

/** People read codes aloud and type them in groups: "483 920" and "483-920" are the same code. */
const tidyCode = (pinOrGameId: string): string => pinOrGameId.replace(/[\s-]/g, "");

/**
 * The game that somebody wants to join, by its PIN or its id. What names no game counts against the address; what names one
 * never does, so a class behind one address is not kept out by the typing of others.
 */
export async function findGame({ services, addressBlock }: Pick<HttpContext, "services" | "addressBlock">, pinOrGameId: string): Promise<GameState> {
  const code = tidyCode(pinOrGameId);
  const state = await services.store.find(/^\d{6}$/.test(code) ? code : pinOrGameId);
  if (!state) {
    services.metrics.wrongCodes.inc();
    await services.limits.onWrongCode(addressBlock);
    refuse("NOT_FOUND", { detail: "No game has this code" });
  }
  if (state.position.phase === "ended") refuse("ENDED");
  return state;
}
