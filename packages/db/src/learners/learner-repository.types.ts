import type { AssignmentId, QuestionId, QuizVersionId, RememberedAnswer, Result, SortedAnswer, StoredQuestion, UserId } from "@quickfire/engine";
import type { Page, PageRequest } from "../paging";

export type TakenUp = {
  assignmentId: AssignmentId;
  code: string;
  title: string;
  language: string;
  questions: number;
  deadline: string;
  attemptsAllowed: number;
  attempts: number;
  underWay: boolean;
  /** Of the best finished attempt. */
  best: { score: number; right: number } | null;
};

/** A live game that has ended, or a finished attempt. */
export type PastPlay = {
  kind: "game" | "attempt";
  id: string;
  title: string;
  language: string;
  at: string;
  score: number;
  right: number;
  questions: number;
  /** Of a live game. */
  rank: number | null;
  players: number | null;
};

/** An answer that may be spoken of: its game or attempt is over. */
export type LearnerAnswer = RememberedAnswer & SortedAnswer & { quizVersionId: QuizVersionId };

export type AskedPlace = { quizVersionId: QuizVersionId; questionId: QuestionId };

export type PractisedQuestion = { question: StoredQuestion; title: string; language: string };

export type PracticeAnswer = { userId: UserId; actionId: string; questionId: QuestionId; quizVersionId: QuizVersionId; answer: unknown; correct: boolean; now: number };

/** What a learner has done, for nobody but them. */
export interface LearnerRepository {
  /** What is open first, the nearest deadline first; then what is past, the newest first. */
  assignments(learner: { userId: UserId; now: number }): Promise<TakenUp[]>;
  /** Newest first. */
  history(request: { userId: UserId } & PageRequest): Promise<Result<Page<PastPlay>, "BAD_CURSOR">>;
  /** The newest few thousand. */
  answers(userId: UserId): Promise<LearnerAnswer[]>;
  /** As they were when they were answered; what is not there is left out. */
  questions(places: readonly AskedPlace[]): Promise<Map<QuestionId, PractisedQuestion>>;
  /** Safe to repeat: what came first under an `actionId` stands, and is given back. */
  practise(answer: PracticeAnswer): Promise<Pick<PracticeAnswer, "questionId" | "answer" | "correct">>;
}
