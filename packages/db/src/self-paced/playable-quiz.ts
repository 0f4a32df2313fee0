import { assignmentSettingsSchema, type AssignmentId, type AttemptRules, err, ok, type ParticipantId, type QuizId, type QuizVersionId, type Result, type UserId } from "@quickfire/engine";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "../database";
import { publishQuiz } from "../quizzes/publish-quiz";
import { assignmentParticipants } from "../schema/assignment-participants";
import { assignments } from "../schema/assignments";
import { quizVersions } from "../schema/quiz-versions";
import { quizzes } from "../schema/quizzes";
import { rulesOf } from "./stored-attempt";

/** What an action is scored against, and the place at an assignment that it takes. */
export type PlayableQuiz = { quizVersionId: QuizVersionId; rules: AttemptRules; place: { assignmentId: AssignmentId; participantId: ParticipantId } | null };

/** The quiz as this user may play it by an action: their own, a public one, or one that they were assigned and have taken up. */
export async function findPlayableQuiz(db: Database["db"], who: { quizId: QuizId; userId: UserId }): Promise<Result<PlayableQuiz, "NOT_FOUND" | "HAS_PROBLEMS">> {
  const [quiz] = await db.select({ ownerId: quizzes.ownerId, isPublic: quizzes.isPublic }).from(quizzes).where(and(eq(quizzes.id, who.quizId), isNull(quizzes.deletedAt)));
  if (quiz?.ownerId === who.userId) return asItStands(db, { quizId: who.quizId, ownerId: quiz.ownerId });
  if (quiz?.isPublic) return (await asPublished(db, who.quizId)) ?? asItStands(db, { quizId: who.quizId, ownerId: quiz.ownerId });
  return asAssigned(db, who);
}

async function asItStands(db: Database["db"], quiz: { quizId: QuizId; ownerId: UserId }): Promise<Result<PlayableQuiz, "NOT_FOUND" | "HAS_PROBLEMS">> {
  const published = await publishQuiz(db, quiz);
  return published.ok ? ok(withoutDeadline(published.value.quizVersionId, published.value)) : published;
}

/** To others an author's quiz is what was last played of it: what is being edited is nobody's business. */
async function asPublished(db: Database["db"], quizId: QuizId): Promise<Result<PlayableQuiz, never> | null> {
  const [newest] = await db.select().from(quizVersions).where(eq(quizVersions.quizId, quizId)).orderBy(desc(quizVersions.number)).limit(1);
  return newest ? ok(withoutDeadline(newest.id, newest.content)) : null;
}

async function asAssigned(db: Database["db"], { quizId, userId }: { quizId: QuizId; userId: UserId }): Promise<Result<PlayableQuiz, "NOT_FOUND">> {
  const [found] = await db
    .select({ assignment: assignments, participantId: assignmentParticipants.participantId, content: quizVersions.content })
    .from(assignmentParticipants)
    .innerJoin(assignments, eq(assignments.id, assignmentParticipants.assignmentId))
    .innerJoin(quizVersions, eq(quizVersions.id, assignments.quizVersionId))
    .where(and(eq(assignmentParticipants.userId, userId), eq(assignments.quizId, quizId), isNull(assignments.deletedAt)))
    .orderBy(desc(assignments.deadline))
    .limit(1);
  if (!found) return err("NOT_FOUND");
  const { id: assignmentId, quizVersionId, deadline } = found.assignment;
  const rules = rulesOf(found.content, { ...found.assignment, deadline: deadline.getTime() });
  return ok({ quizVersionId, rules, place: { assignmentId, participantId: found.participantId } });
}

function withoutDeadline(quizVersionId: QuizVersionId, content: Parameters<typeof rulesOf>[0]): PlayableQuiz {
  const questionIds = content.questions.map(({ id }) => id);
  return { quizVersionId, rules: rulesOf(content, { questionIds, settings: assignmentSettingsSchema.parse({}), deadline: Number.MAX_SAFE_INTEGER }), place: null };
}
