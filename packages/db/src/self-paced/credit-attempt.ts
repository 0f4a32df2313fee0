import { type AttemptId, type AttemptState, improvementOver, type QuestionId, type QuizId, type UserId } from "@quickfire/engine";
import { and, eq, gt, inArray, sql, sum } from "drizzle-orm";
import { attempts } from "../schema/attempts";
import { questionBests } from "../schema/question-bests";
import { quizzes } from "../schema/quizzes";
import { users } from "../schema/users";
import { addScore, type Transaction } from "../scores/add-scores";
import type { PointsOrigin } from "./attempt-repository.types";

/** What somebody may earn in a day with quizzes of their own: they know the answers, and can always write another. */
export const ownQuizPointsADay = 10_000;
const dayMs = 24 * 60 * 60_000;

export type FinishedAttempt = { attemptId: AttemptId; userId: UserId; quizId: QuizId; state: AttemptState; now: number; origin: PointsOrigin };
export type Credit = { scoreDelta: number; newTotal: number };

/**
 * Brings a finished attempt to the learner's long-term score, in the transaction that finishes it. Only what is above the best that
 * they ever earned with the same questions counts, so playing again earns what was learned in between and nothing else.
 */
export async function creditAttempt(transaction: Transaction, attempt: FinishedAttempt): Promise<Credit> {
  const { attemptId, userId, quizId, state, now, origin } = attempt;
  // One after another for each learner: two attempts at once must not both be compared with the same bests.
  await transaction.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
  const { delta, raised } = improvementOver(await readBests(transaction, { userId, questionIds: state.order }), pointsOf(state));
  if (raised.size > 0) await raiseBests(transaction, { userId, raised });

  const scoreDelta = Math.min(delta, await allowance(transaction, { userId, quizId, now }));
  const { newTotal } = await addScore(transaction, {
    userId, quizId, source: "attempt", sourceId: attemptId, delta: scoreDelta, action: "self-paced", ip: origin.ip, userAgent: origin.userAgent, at: new Date(now),
  });
  await transaction.update(attempts).set({ scoreDelta }).where(eq(attempts.id, attemptId));
  return { scoreDelta, newTotal };
}

const pointsOf = ({ asked }: AttemptState): Map<QuestionId, number> => new Map(asked.map(({ questionId, closed }) => [questionId, closed?.points ?? 0]));

async function readBests(transaction: Transaction, { userId, questionIds }: { userId: UserId; questionIds: readonly QuestionId[] }): Promise<Map<QuestionId, number>> {
  const rows = await transaction
    .select({ questionId: questionBests.questionId, points: questionBests.points })
    .from(questionBests)
    .where(and(eq(questionBests.userId, userId), inArray(questionBests.questionId, [...questionIds])));
  return new Map(rows.map(({ questionId, points }) => [questionId, points]));
}

async function raiseBests(transaction: Transaction, { userId, raised }: { userId: UserId; raised: ReadonlyMap<QuestionId, number> }): Promise<void> {
  await transaction
    .insert(questionBests)
    .values([...raised].map(([questionId, points]) => ({ userId, questionId, points })))
    .onConflictDoUpdate({ target: [questionBests.userId, questionBests.questionId], set: { points: sql`excluded.points` } });
}

/** How much more may be earned with this quiz today: without limit, unless it is the learner's own. */
async function allowance(transaction: Transaction, { userId, quizId, now }: { userId: UserId; quizId: QuizId; now: number }): Promise<number> {
  const [own] = await transaction.select({ id: quizzes.id }).from(quizzes).where(and(eq(quizzes.id, quizId), eq(quizzes.ownerId, userId)));
  if (!own) return Number.MAX_SAFE_INTEGER;
  const [earned] = await transaction
    .select({ points: sum(attempts.scoreDelta) })
    .from(attempts)
    .innerJoin(quizzes, eq(quizzes.id, attempts.quizId))
    .where(and(eq(attempts.userId, userId), eq(quizzes.ownerId, userId), gt(attempts.finishedAt, new Date(now - dayMs))));
  return Math.max(0, ownQuizPointsADay - Number(earned?.points ?? 0));
}
