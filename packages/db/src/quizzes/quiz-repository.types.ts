import type { QuestionTypeName, QuizContent, QuizId, QuizVersion, Result, UserId } from "@quickfire/engine";
import type { Page, PageRequest } from "../paging";

export type QuizSummary = {
  quizId: QuizId;
  title: string;
  language: string;
  level: string | null;
  tags: string[];
  questions: number;
  /** How many questions there are of each type. */
  types: Partial<Record<QuestionTypeName, number>>;
  /** How often it was played. */
  games: number;
  /** How many things keep it from being played. */
  problems: number;
  /** Whether anybody with an account here may play it at their own pace. */
  isPublic: boolean;
  revision: number;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
};

/** A quiz with its working copy: as last saved, finished or not. */
export type Quiz = QuizSummary & { content: QuizContent };

export type OwnedQuiz = { quizId: QuizId; ownerId: UserId };

/** Everything is for the owner only; what is another's looks exactly like what does not exist. */
export interface QuizRepository {
  /** Newest change first. `search` looks for each of its words in title and tags. */
  list(request: { ownerId: UserId; search?: string } & PageRequest): Promise<Result<Page<QuizSummary>, "BAD_CURSOR">>;
  byId(quiz: OwnedQuiz): Promise<Quiz | null>;
  create(quiz: { ownerId: UserId; content: QuizContent; problems: number }): Promise<Quiz>;
  /**
   * `CONFLICT` where `revision` is not the stored one: somebody saved in between. Without a `revision` the last one to save wins.
   */
  save(
    quiz: OwnedQuiz & { revision?: number; content: QuizContent; problems: number },
  ): Promise<Result<{ revision: number; savedAt: string }, "NOT_FOUND" | { code: "CONFLICT"; revision: number }>>;
  /** A copy with ids of its own, its title marked as a copy. */
  duplicate(quiz: OwnedQuiz): Promise<Quiz | null>;
  /** False where there was nothing to remove. A removed quiz can be restored; games that run on it go on. */
  remove(quiz: OwnedQuiz): Promise<boolean>;
  restore(quiz: OwnedQuiz): Promise<boolean>;
  /** Lets anybody with an account here play it at their own pace, or takes that back. */
  setPublic(quiz: OwnedQuiz & { isPublic: boolean }): Promise<boolean>;
  /** The immutable version for a game; the newest one again while the working copy is unchanged. */
  publish(quiz: OwnedQuiz): Promise<Result<QuizVersion, "NOT_FOUND" | "HAS_PROBLEMS">>;
}
