import type { GameId, Pin, QuizId, QuizVersionId, UserId } from "./ids";
import type { GameSettings } from "./settings";

export const phases = ["lobby", "countdown", "question", "reveal", "standings", "podium", "ended"] as const;
export type Phase = (typeof phases)[number];

/** What stays the same from the moment a game is made. */
export type GameFacts = {
  gameId: GameId;
  pin: Pin;
  quizId: QuizId;
  quizVersionId: QuizVersionId;
  hostUserId: UserId;
  title: string;
  rounds: number;
  settings: GameSettings;
  createdAt: number;
};

/**
 * Where a game stands. All instants are milliseconds of Redis's clock.
 * `round` counts from 1; it is 0 in the lobby. `seq` grows with each change of phase, pause, resume, extension and lock.
 */
export type GameState = {
  facts: GameFacts;
  epoch: string;
  seq: number;
  locked: boolean;
  /** The rounds that were skipped: their points do not count. */
  skippedRounds: readonly number[];
  /** The instant at which the game moves on by itself; null where only the host moves it. */
  dueAt: number | null;
  /** Set while paused: how much was left of the running wait, and when the pause began. */
  paused: { at: number; remainingMs: number | null } | null;
  position:
    | { phase: "lobby"; startsAt: number | null }
    /** The question of `round` opens at `endsAt`. */
    | { phase: "countdown"; round: number; startsAt: number; endsAt: number }
    /** `limitMs` is the time limit with extensions, what an answer's time is measured against. */
    | { phase: "question"; round: number; startsAt: number; endsAt: number; limitMs: number }
    | { phase: "reveal"; round: number; since: number }
    | { phase: "standings"; round: number; since: number }
    | { phase: "podium"; round: number; since: number }
    | { phase: "ended"; round: number; since: number; interrupted: boolean };
};

export const hostCommandNames = ["start", "pause", "resume", "reveal", "skip", "next", "extend", "lock", "unlock", "end"] as const;
export type HostCommandName = (typeof hostCommandNames)[number];

/** What moves a game: the host, or the clock (`tick`: the game's `dueAt` has come, or everyone present has answered). */
export type GameCommand =
  | { name: Exclude<HostCommandName, "extend"> }
  | { name: "extend"; seconds: number }
  | { name: "tick" }
  | { name: "everyone-answered"; round: number };

export type TransitionFailure = "WRONG_PHASE" | "NOT_DUE";
