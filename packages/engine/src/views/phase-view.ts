import { endTimeOf, startTimeOf } from "../game-clock";
import { roundOf, type GameState } from "../game-state";
import type { GameEvent } from "../messages";
import { wireInstant } from "./instant";

type PhaseChanged = Extract<GameEvent, { type: "phase_changed" }>["payload"];

/** A span of the game as the wire has it: each end only where the phase has one. */
export function timesView(state: GameState, now: number): { startTime?: string; endTime?: string } {
  const startsAt = startTimeOf(state, now);
  const endsAt = endTimeOf(state, now);
  return {
    ...(startsAt === null ? {} : { startTime: wireInstant(startsAt) }),
    ...(endsAt === null ? {} : { endTime: wireInstant(endsAt) }),
  };
}

/** Where a game stands, for everyone. */
export const phaseView = (state: GameState, now: number): PhaseChanged => ({
  phase: state.position.phase,
  round: roundOf(state),
  rounds: state.facts.rounds,
  seq: state.seq,
  ...timesView(state, now),
});
