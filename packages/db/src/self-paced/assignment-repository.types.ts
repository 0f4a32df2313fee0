import type { AssignmentId, AssignmentSettings, GameId, ParticipantId, QuestionId, QuestionTypeName, QuizId, QuizVersionId, Result, UserId } from "@quickfire/engine";
import type { Page, PageRequest } from "../paging";

export type NewAssignment = {
  assignmentId: AssignmentId;
  code: string;
  hostUserId: UserId;
  quizId: QuizId;
  quizVersionId: QuizVersionId;
  gameId?: GameId;
  title: string;
  questionIds: QuestionId[];
  settings: AssignmentSettings;
  deadline: Date;
};

export type AssignmentSummary = {
  assignmentId: AssignmentId;
  code: string;
  quizId: QuizId;
  gameId: GameId | null;
  title: string;
  language: string;
  questions: number;
  settings: AssignmentSettings;
  deadline: string;
  createdAt: string;
  /** How many took it up, and how many of them have finished an attempt. */
  participants: number;
  finished: number;
};

/** What one person made of it: their best attempt, the newest of equal ones. */
export type AssignmentPerson = {
  participantId: ParticipantId;
  name: string;
  userId?: UserId;
  takenUpAt: string;
  attempts: number;
  /** An attempt is under way. */
  underWay: boolean;
  /** Null before the first finished attempt. */
  best: { score: number; right: number; finishedAt: string; answers: PersonAnswer[] } | null;
};

/** `answer` in words; null where it was passed, or its time ran out. */
export type PersonAnswer = { questionId: QuestionId; correct: boolean | null; answer: string | null };

/** Over the best attempts of all. */
export type AssignmentQuestion = { questionId: QuestionId; number: number; type: QuestionTypeName; text: string; points: number; answered: number; right: number };

export type AssignmentResults = AssignmentSummary & { people: AssignmentPerson[]; results: AssignmentQuestion[] };

export type OwnedAssignment = { assignmentId: AssignmentId; hostUserId: UserId };

/** Everything is for the host only; what is another's looks exactly like what does not exist. */
export interface AssignmentRepository {
  create(assignment: NewAssignment): Promise<void>;
  /** Newest first. */
  ofHost(request: { hostUserId: UserId } & PageRequest): Promise<Result<Page<AssignmentSummary>, "BAD_CURSOR">>;
  results(assignment: OwnedAssignment): Promise<AssignmentResults | null>;
  /** Earlier or later; attempts that are under way keep their allowance. False where there is no such assignment. */
  setDeadline(assignment: OwnedAssignment & { deadline: Date }): Promise<boolean>;
  /** From now on its link leads nowhere, and nothing is added to it. What was earned with it stays. */
  remove(assignment: OwnedAssignment): Promise<boolean>;
  restore(assignment: OwnedAssignment): Promise<boolean>;
}
