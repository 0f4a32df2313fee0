import { randomUUID } from "node:crypto";
import { err, ok, type QuizContent, type QuizVersion, quizVersionIdSchema, type Result } from "@quickfire/engine";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../database";
import { quizVersions } from "../schema/quiz-versions";
import { quizzes } from "../schema/quizzes";
import type { OwnedQuiz } from "./quiz-repository.types";

/** The version that a game begun now would run on: the newest one if nothing was edited since, else a new one. */
export async function publishQuiz(db: Database["db"], { quizId, ownerId }: OwnedQuiz): Promise<Result<QuizVersion, "NOT_FOUND" | "HAS_PROBLEMS">> {
  return db.transaction(async (transaction) => {
    // Locked, so that two games begun at once don't both make a version, and no save slips in between.
    const [quiz] = await transaction
      .select({ content: quizzes.content, problems: quizzes.problemCount })
      .from(quizzes)
      .where(and(eq(quizzes.id, quizId), eq(quizzes.ownerId, ownerId), isNull(quizzes.deletedAt)))
      .for("update");
    if (!quiz) return err("NOT_FOUND");
    if (quiz.problems > 0) return err("HAS_PROBLEMS");

    const [newest] = await transaction
      .select({ id: quizVersions.id, number: quizVersions.number, unchanged: sql<boolean>`${quizVersions.content} = ${JSON.stringify(quiz.content)}::jsonb` })
      .from(quizVersions)
      .where(eq(quizVersions.quizId, quizId))
      .orderBy(desc(quizVersions.number))
      .limit(1);
    if (newest?.unchanged) return ok(versionOf(quiz.content, { quizId, quizVersionId: newest.id }));

    const quizVersionId = quizVersionIdSchema.parse(randomUUID());
    await transaction.insert(quizVersions).values({ id: quizVersionId, quizId, number: (newest?.number ?? 0) + 1, content: quiz.content });
    return ok(versionOf(quiz.content, { quizId, quizVersionId }));
  });
}

function versionOf(content: QuizContent, ids: Pick<QuizVersion, "quizId" | "quizVersionId">): QuizVersion {
  return { ...content, ...ids };
}
