import type { AssignmentId, AssignmentSettings, AttemptId, AttemptRules, AttemptState, ParticipantId, QuizId, RandomInt, Result, UserId } from "@quickfire/engine";

/** What a link leads to. Nothing of its questions but their number. */
export type AssignmentFacts = {
  assignmentId: AssignmentId;
  code: string;
  quizId: QuizId;
  title: string;
  language: string;
  questions: number;
  settings: AssignmentSettings;
  deadline: number;
};

export type AssignmentParticipant = { participantId: ParticipantId; name: string; userId: UserId | null };

/** How somebody is known again: by their account, or by the key that a guest's browser keeps. */
export type Identity = { userId: UserId } | { keyHash: string };

/** `skeleton` is what a guest's name is compared by. */
export type AssignmentNewcomer = { participantId: ParticipantId; assignmentId: AssignmentId; name: string; now: number } & ({ userId: UserId } | { keyHash: string; skeleton: string });

export type AttemptSummary = { attemptId: AttemptId; number: number; startedAt: number; finishedAt: number | null; score: number; right: number };

/** Where a change of points came from, for the audit. */
export type PointsOrigin = { ip: string | null; userAgent: string | null };

/** `step` sees the attempt as it is after all moves before, less what time has closed by now. */
export type AttemptMove<Failure> = {
  participantId: ParticipantId;
  attemptId: AttemptId;
  now: number;
  origin: PointsOrigin;
  step: (state: AttemptState, rules: AttemptRules) => Result<AttemptState, Failure>;
};

/** `scoreDelta`: what a finished attempt added to the learner's long-term score; null before, and for guests. */
export type Moved = { state: AttemptState; rules: AttemptRules; scoreDelta: number | null };

export interface AttemptRepository {
  /** Null for a code of nothing, and for an assignment that was removed. */
  byCode(code: string): Promise<AssignmentFacts | null>;
  participant(who: { assignmentId: AssignmentId; identity: Identity }): Promise<AssignmentParticipant | null>;
  /** Safe to repeat: the same account, and the same key with the same name, are the same participant again. */
  takeUp(newcomer: AssignmentNewcomer): Promise<Result<AssignmentParticipant, "NAME_TAKEN" | "FULL">>;
  /** First to last. */
  attemptsOf(participantId: ParticipantId): Promise<AttemptSummary[]>;
  /** The attempt that is under way, or a new one while there are any left and the deadline has not passed. */
  begin(attempt: { participantId: ParticipantId; attemptId: AttemptId; now: number; randomInt: RandomInt }): Promise<Result<AttemptId, "ENDED" | "NO_ATTEMPT_LEFT">>;
  /** Attempts that nobody has finished and whose deadline is past: whoever is to see them whole settles them first. */
  overdue(request: ({ assignmentId: AssignmentId } | { userId: UserId }) & { now: number }): Promise<Pick<AttemptMove<never>, "participantId" | "attemptId">[]>;
  /**
   * Moves an attempt by a rule of the engine, one move at a time. What finishes it brings its points to the learner's score in the
   * same transaction. Null where there is no such attempt.
   */
  move<Failure>(attempt: AttemptMove<Failure>): Promise<Result<Moved, Failure> | null>;
}
