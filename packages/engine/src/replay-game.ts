import { dueAtOf, FORGOTTEN_MS } from "./game-clock";
import type { GameState, Position } from "./game-state";
import type { LoggedEvent } from "./logged-event";
import { shifted } from "./pause";
import type { QuizVersion } from "./quiz";

/** An event of a game's log, at the instant of Redis's clock at which it was logged. */
export type PastEvent = LoggedEvent & { at: number };

type Opened = Pick<Position<"question">, "startsAt" | "endsAt" | "limitMs">;
type Replay = { state: GameState; opened: Opened; openedRound: number };

/** Where a phase that began at `at` stands; the end of a game says more of itself, in an event of its own. */
function positionIn(phase: GameState["position"]["phase"], round: number, { at, opened, state }: Pick<Replay, "opened" | "state"> & { at: number }): Position {
  switch (phase) {
    case "lobby":
      return { phase, startsAt: null };
    case "countdown":
      return { phase, round, startsAt: at, endsAt: at + state.facts.settings.countdown * 1_000 };
    case "question":
      return { phase, round, ...opened };
    case "reveal": {
      // The host went back to it.
      if (state.position.phase === "standings") return { phase, round, since: at, startsAt: state.position.since, endsAt: state.position.since };
      // Of a question that may have been extended, or paused, since it was opened.
      const { startsAt, endsAt } = state.position.phase === "question" ? state.position : opened;
      return { phase, round, since: at, startsAt, endsAt };
    }
    case "standings":
    case "podium":
      return { phase, round, since: at };
    case "ended":
      return { phase, round, since: at, interrupted: false };
  }
}

function extended(state: GameState, { limitMs, endsAt, addedMs }: { limitMs: number; endsAt: number; addedMs: number }): GameState {
  const { position, paused } = state;
  if (position.phase !== "question") return state;
  const longer = { ...state, position: { ...position, limitMs, endsAt } };
  if (paused) return { ...longer, paused: { ...paused, remainingMs: paused.remainingMs + addedMs } };
  return { ...longer, dueAt: (state.dueAt ?? endsAt) + addedMs };
}

function step({ state, opened, openedRound }: Replay, event: PastEvent, quiz: QuizVersion): Replay {
  const { at } = event;
  const same = { opened, openedRound };
  const moved = { ...state, seq: state.seq + 1 };
  switch (event.type) {
    case "PHASE_CHANGED": {
      const { to, round, seq } = event.body;
      const position = positionIn(to, round, { at, opened, state });
      return { ...same, state: { ...state, seq, position, paused: null, dueAt: dueAtOf({ facts: state.facts, position, quiz }) } };
    }
    case "QUESTION_OPENED": {
      const { startsAt, endsAt, limitMs, round } = event.body;
      return { state, opened: { startsAt, endsAt, limitMs }, openedRound: round };
    }
    case "ROUND_SKIPPED":
      return { ...same, state: { ...state, skippedRounds: [...state.skippedRounds, event.body.round] } };
    // No change of phase comes with it, so it counts as a change by itself.
    case "ROUND_VOIDED":
      return { ...same, state: { ...moved, skippedRounds: [...state.skippedRounds, event.body.round] } };
    case "GAME_PAUSED":
      return { ...same, state: { ...moved, paused: { at, remainingMs: event.body.remainingMs }, dueAt: at + FORGOTTEN_MS.wait } };
    case "GAME_RESUMED":
      return { ...same, state: { ...moved, position: shifted(state.position, event.body.pausedMs), dueAt: at + (state.paused?.remainingMs ?? 0), paused: null } };
    case "QUESTION_EXTENDED":
      return { ...same, state: extended(moved, event.body) };
    case "GAME_LOCKED":
      return { ...same, state: { ...moved, locked: event.body.locked } };
    case "GAME_ENDED": {
      const { round, interrupted } = event.body;
      return { ...same, state: { ...state, position: { phase: "ended", round, since: at, interrupted } } };
    }
    case "GAME_STARTED":
    case "QUESTION_CLOSED":
      return { ...same, state };
  }
}

/** A phase whose end the clock brings, and players wait for. */
const isTimed = ({ position, facts, paused }: GameState): boolean =>
  !paused && position.phase !== "lobby" && position.phase !== "ended" &&
  (position.phase === "countdown" || position.phase === "question" || facts.settings.pace === "auto");

/** Nobody could play while the game was away: that time counts as a pause. */
function withoutOutage(state: GameState, { lastAt, now }: { lastAt: number; now: number }): GameState {
  const lostMs = Math.max(0, now - lastAt);
  if (!isTimed(state) || state.dueAt === null) return state;
  return { ...state, position: shifted(state.position, lostMs), dueAt: state.dueAt + lostMs };
}

export type ReplayRequest = {
  /** The game as it was made, or as it was when it was last rebuilt. */
  from: { state: GameState; openedRound: number };
  /** What was logged since, in its order. */
  events: readonly PastEvent[];
  quiz: QuizVersion;
  /** The last instant at which anything is known of the game, and the present one. */
  lastAt: number;
  now: number;
  epoch: string;
};

/** Where a game stands after what its log tells of it, for going on in a new epoch: what `transition` made, made again. */
export function replayGame({ from, events, quiz, lastAt, now, epoch }: ReplayRequest): { state: GameState; openedRound: number } {
  const { position } = from.state;
  const open: Opened = position.phase === "question" ? position : { startsAt: lastAt, endsAt: lastAt, limitMs: 0 };
  const begun: Replay = { ...from, opened: open };
  const { state, openedRound } = events.reduce((replay, event) => step(replay, event, quiz), begun);
  const rebuilt = withoutOutage(state, { lastAt, now });
  return { state: { ...rebuilt, epoch, seq: rebuilt.seq + 1 }, openedRound };
}
