import { AUTO_START, lobbyDueAt } from "./game-clock";
import type { GameState } from "./game-state";

/**
 * The automatic start: 5 s after enough people are present, and all over again when they have left. `seq` stays, as the phase
 * does. The same state comes back where nothing changes.
 */
export function lobbyWithPresent(state: GameState, present: number, now: number): GameState {
  const { position, facts } = state;
  if (position.phase !== "lobby" || facts.settings.start !== "auto") return state;
  const enough = present >= AUTO_START.participants;
  if (enough === (position.startsAt !== null)) return state;
  const startsAt = enough ? now + AUTO_START.delayMs : null;
  return { ...state, position: { phase: "lobby", startsAt }, dueAt: lobbyDueAt(facts, startsAt) };
}
