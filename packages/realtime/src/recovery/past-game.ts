import type { GameState, Participant, ParticipantId, QuizVersion } from "@quickfire/engine";

/** An accepted answer, as Postgres keeps it. */
export type PastAnswer = {
  round: number;
  participantId: ParticipantId;
  /** The typed form of CONTRACT.md, section 5. */
  answer: unknown;
  correct: boolean | null;
  points: number;
  timeMs: number;
  at: number;
};

export type PastParticipant = { participant: Participant; idempotency?: { key: string; bodyHash: string } };

/** All that is known of a game, for putting it back into Redis. `state` is the one with which it goes on, in its new epoch. */
export type PastGame = {
  state: GameState;
  openedRound: number;
  quiz: QuizVersion;
  people: readonly PastParticipant[];
  answers: readonly PastAnswer[];
  /** The last instant at which anything is known of it, behind which time does not go back. */
  lastAt: number;
  /** Everyone's final standing is stored: nothing of it is left to be logged. */
  settled: boolean;
  /** How many events it was made from: whoever finds more of them later knows that something came too late. */
  storedEvents: number;
};
