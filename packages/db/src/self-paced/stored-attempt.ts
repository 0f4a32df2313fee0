import type { AskedQuestion, AssignmentSettings, AttemptId, AttemptRules, AttemptState, ParticipantId, QuestionId, QuizContent, QuizId, UserId } from "@quickfire/engine";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { assignments } from "../schema/assignments";
import { attemptQuestions } from "../schema/attempt-questions";
import { attempts } from "../schema/attempts";
import { quizVersions } from "../schema/quiz-versions";
import type { Transaction } from "../scores/add-scores";

export type StoredAttempt = { userId: UserId | null; quizId: QuizId; scoreDelta: number; state: AttemptState; rules: AttemptRules };

/** Reads an attempt and holds it until the transaction ends, so that its moves come one after another. */
export async function lockAttempt(transaction: Transaction, { attemptId, participantId }: { attemptId: AttemptId; participantId: ParticipantId }): Promise<StoredAttempt | null> {
  const [row] = await transaction
    .select({ attempt: attempts, questionIds: assignments.questionIds, settings: assignments.settings, deadline: assignments.deadline, content: quizVersions.content })
    .from(attempts)
    .innerJoin(assignments, eq(assignments.id, attempts.assignmentId))
    .innerJoin(quizVersions, eq(quizVersions.id, attempts.quizVersionId))
    .where(and(eq(attempts.id, attemptId), eq(attempts.participantId, participantId), isNull(assignments.deletedAt)))
    .for("update", { of: attempts });
  if (!row) return null;
  const { userId, quizId, scoreDelta, questionOrder: order, startedAt, finishedAt } = row.attempt;
  const asked = await transaction.select().from(attemptQuestions).where(eq(attemptQuestions.attemptId, attemptId)).orderBy(asc(attemptQuestions.position));
  return {
    userId,
    quizId,
    scoreDelta,
    state: { order, startedAt: startedAt.getTime(), finishedAt: finishedAt?.getTime() ?? null, asked: asked.map(askedOf) },
    rules: rulesOf(row.content, { ...row, deadline: row.deadline.getTime() }),
  };
}

export function rulesOf({ questions }: QuizContent, { questionIds, settings, deadline }: { questionIds: readonly QuestionId[]; settings: AssignmentSettings; deadline: number }): AttemptRules {
  const wanted = new Set(questionIds);
  return { questions: new Map(questions.filter(({ id }) => wanted.has(id)).map((question) => [question.id, question])), settings, deadline };
}

/** Writes what is new since `before`: questions that were opened or closed, and the end. */
export async function storeMove(transaction: Transaction, attemptId: AttemptId, { before, after }: { before: AttemptState; after: AttemptState }): Promise<void> {
  await storeAsked(transaction, after.asked.flatMap((asked, position) => (asked === before.asked[position] ? [] : [rowOf(asked, { attemptId, position })])));
  if (after.finishedAt === before.finishedAt || after.finishedAt === null) return;
  await transaction.update(attempts).set({ finishedAt: new Date(after.finishedAt), ...sumsOf(after) }).where(eq(attempts.id, attemptId));
}

export async function storeAsked(transaction: Transaction, rows: (typeof attemptQuestions.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction.insert(attemptQuestions).values(rows).onConflictDoUpdate({
    target: [attemptQuestions.attemptId, attemptQuestions.position],
    set: { closedAt: sql`excluded.closed_at`, answer: sql`excluded.answer`, correct: sql`excluded.correct`, points: sql`excluded.points`, timeMs: sql`excluded.time_ms` },
  });
}

export const sumsOf = ({ asked }: AttemptState): { score: number; right: number } => ({
  score: asked.reduce((sum, { closed }) => sum + (closed?.points ?? 0), 0),
  right: asked.filter(({ closed }) => closed?.correct).length,
});

function askedOf({ questionId, openedAt, closedAt, answer, correct, points, timeMs }: typeof attemptQuestions.$inferSelect): AskedQuestion {
  return { questionId, openedAt: openedAt.getTime(), closed: closedAt && { at: closedAt.getTime(), answer, correct, points, timeMs } };
}

export function rowOf({ questionId, openedAt, closed }: AskedQuestion, place: { attemptId: AttemptId; position: number }): typeof attemptQuestions.$inferInsert {
  const row = { ...place, questionId, openedAt: new Date(openedAt) };
  if (!closed) return row;
  const { at, ...result } = closed;
  return { ...row, ...result, closedAt: new Date(at) };
}
