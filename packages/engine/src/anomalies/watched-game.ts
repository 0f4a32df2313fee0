import type { ParticipantId, UserId } from "../ids";

/** A question as the rules look at it. */
export type WatchedQuestion = {
  round: number;
  /** Words to be read before anybody can know the answer: the question's and its options'. */
  words: number;
  /** The most that an answer to it can earn, streak included. */
  mostPoints: number;
};

export type WatchedAnswer = {
  round: number;
  correct: boolean | null;
  timeMs: number;
  /** When it was counted, in ms. */
  at: number;
  /** What the score rose by. */
  gained: number;
  /** The same for equal answers to the same question. */
  choice: string;
};

/** Somebody in a game, with the answers that counted, in the order of the rounds. */
export type WatchedParticipant = {
  participantId: ParticipantId;
  userId: UserId | null;
  joinedAt: number;
  ip: string | null;
  userAgent: string | null;
  answers: readonly WatchedAnswer[];
};

export type WatchedGame = { questions: readonly WatchedQuestion[]; participants: readonly WatchedParticipant[] };
