import type { GameId, GameSettings, ParticipantId, Pin, QuestionId, QuizId, QuizVersionId, UserId } from "@quickfire/engine";

/** What one event of the durable log leaves in `audit_events`. Instants are milliseconds. */
export type AuditRow = {
  eventId: string;
  gameId: GameId;
  epoch: string;
  seq: number;
  index: number;
  type: string;
  participantId: ParticipantId | null;
  userId: UserId | null;
  questionId: QuestionId | null;
  oldScore: number | null;
  newScore: number | null;
  action: string | null;
  ip: string | null;
  userAgent: string | null;
  at: number;
  payload: unknown;
};

/** A game in one of its lives in Redis. */
export type GameEpoch = { gameId: GameId; epoch: string };

/** What `games` has of a game, for one whose maker could not record it. */
export type CreatedRow = {
  gameId: GameId;
  quizId: QuizId;
  quizVersionId: QuizVersionId;
  hostUserId: UserId;
  title: string;
  pin: Pin;
  settings: GameSettings;
  createdAt: number;
};

export type JoinedRow = {
  gameId: GameId;
  participantId: ParticipantId;
  name: string;
  avatar: number;
  team: number | null;
  userId: UserId | null;
  bot: boolean;
  joinedAt: number;
};

/** The host has moved somebody; where they are now is read from all that was logged of it. */
export type TeamRow = { gameId: GameId; participantId: ParticipantId };

/** The latest name counts, whichever is stored first. */
export type RenamedRow = { gameId: GameId; participantId: ParticipantId; name: string; renamedAt: number };

export type RemovedRow = { gameId: GameId; participantId: ParticipantId; removedAt: number };

/** What one event tells of a round; the others' columns stay as they are. */
export type RoundRow = { gameId: GameId; round: number; questionId: QuestionId; openedAt: number | null; closedAt: number | null; skipped: boolean };

export type AnswerRow = {
  gameId: GameId;
  round: number;
  participantId: ParticipantId;
  questionId: QuestionId;
  answer: unknown;
  correct: boolean | null;
  points: number;
  timeMs: number;
  at: number;
  actionId: string | null;
};

export type StandingRow = { gameId: GameId; participantId: ParticipantId; rank: number; score: number; totalTimeMs: number };

export type OutcomeRow = { gameId: GameId; startedAt: number | null; endedAt: number | null; interrupted: boolean };

/**
 * A batch of the durable log, sorted by the tables it goes to. Writing it is idempotent and does not depend on the order of
 * batches: redelivery, several workers and overtaking change nothing in what ends up stored.
 */
export type LogRows = {
  events: AuditRow[];
  created: CreatedRow[];
  joined: JoinedRow[];
  teams: TeamRow[];
  renamed: RenamedRow[];
  removed: RemovedRow[];
  rounds: RoundRow[];
  answers: AnswerRow[];
  standings: StandingRow[];
  outcomes: OutcomeRow[];
};

export const noLogRows = (): LogRows => ({ events: [], created: [], joined: [], teams: [], renamed: [], removed: [], rounds: [], answers: [], standings: [], outcomes: [] });
