import { endTimeOf, FORGOTTEN_MS, MAX_LIMIT_MS, questionOf } from "./game-clock";
import { roundOf, type GameState, type Position } from "./game-state";
import type { Move, Scene } from "./move";
import { timesView } from "./views/phase-view";
import { wireInstant } from "./views/instant";

/** What changes a phase's time and not the phase: pause, resume, extension. */

/** Stops the running wait. A pause that nobody ends is forgotten like any wait for the host, and then the game ends. */
export function pause({ state, now }: Scene): Move {
  const remainingMs = Math.max(0, (state.dueAt ?? now) - now);
  return {
    state: { ...state, paused: { at: now, remainingMs }, dueAt: now + FORGOTTEN_MS.wait },
    events: [{ event: { type: "game_paused", payload: {} } }],
    logged: [{ type: "GAME_PAUSED", body: { phase: state.position.phase, round: roundOf(state), remainingMs } }],
    board: "keep",
  };
}

/** The same moment, later: what was still to come is as far away as it was when the pause began. */
export function shifted(position: Position, byMs: number): Position {
  switch (position.phase) {
    case "countdown":
    case "question":
      return { ...position, startsAt: position.startsAt + byMs, endsAt: position.endsAt + byMs };
    case "reveal":
    case "standings":
    case "podium":
      return { ...position, since: position.since + byMs };
    case "lobby":
    case "ended":
      return position;
  }
}

export const resumedLog = (state: GameState, pausedMs: number): Move["logged"] => [
  { type: "GAME_RESUMED", body: { phase: state.position.phase, round: roundOf(state), pausedMs } },
];

export function resume({ state, now }: Scene, paused: NonNullable<GameState["paused"]>): Move {
  const pausedMs = now - paused.at;
  const resumed: GameState = { ...state, position: shifted(state.position, pausedMs), paused: null, dueAt: now + paused.remainingMs };
  return {
    state: resumed,
    events: [{ event: { type: "game_resumed", payload: timesView(resumed, now) } }],
    logged: resumedLog(state, pausedMs),
    board: "keep",
  };
}

/** How much of an extension fits: no question stays open longer than `MAX_LIMIT_MS`. */
export const possibleExtension = ({ limitMs }: Position<"question">, seconds: number): number =>
  Math.max(0, Math.min(seconds * 1_000, MAX_LIMIT_MS - limitMs));

/** More time for the open question, paused or not. */
export function extend(position: Position<"question">, addedMs: number, { state, quiz, now }: Scene): Move {
  const { round } = position;
  const endsAt = position.endsAt + addedMs;
  const limitMs = position.limitMs + addedMs;
  const { id: questionId } = questionOf(quiz, round);
  const extended: GameState = {
    ...state,
    position: { ...position, endsAt, limitMs },
    ...(state.paused
      ? { paused: { ...state.paused, remainingMs: state.paused.remainingMs + addedMs } }
      : { dueAt: (state.dueAt ?? now) + addedMs }),
  };
  return {
    state: extended,
    events: [{ event: { type: "question_extended", payload: { questionId, endTime: wireInstant(endTimeOf(extended, now) ?? endsAt) } } }],
    logged: [{ type: "QUESTION_EXTENDED", body: { round, questionId, addedMs, limitMs, endsAt } }],
    board: "keep",
  };
}
