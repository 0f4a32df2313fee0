import { type AttemptId, beginAttempt, err, ok, type ParticipantId, type RandomInt, type Result } from "@quickfire/engine";
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../database";
import { assignmentParticipants } from "../schema/assignment-participants";
import { assignments } from "../schema/assignments";
import { attempts } from "../schema/attempts";

export type Beginning = { participantId: ParticipantId; attemptId: AttemptId; now: number; randomInt: RandomInt };

/** Two tabs that begin at once begin the same attempt. */
export function storeBeginning({ db }: Database, { participantId, attemptId, now, randomInt }: Beginning): Promise<Result<AttemptId, "ENDED" | "NO_ATTEMPT_LEFT">> {
  return db.transaction(async (transaction) => {
    const [person] = await transaction
      .select({ userId: assignmentParticipants.userId, assignment: assignments })
      .from(assignmentParticipants)
      .innerJoin(assignments, eq(assignments.id, assignmentParticipants.assignmentId))
      .where(and(eq(assignmentParticipants.participantId, participantId), isNull(assignments.deletedAt)))
      .for("update", { of: assignmentParticipants });
    if (!person) return err("ENDED");
    const { userId, assignment } = person;
    const before = await transaction.select({ id: attempts.id, finishedAt: attempts.finishedAt }).from(attempts).where(eq(attempts.participantId, participantId));
    const underWay = before.find(({ finishedAt }) => finishedAt === null);
    if (underWay) return ok(underWay.id);
    if (before.length >= assignment.settings.attempts) return err("NO_ATTEMPT_LEFT");
    if (now > assignment.deadline.getTime()) return err("ENDED");

    const { id: assignmentId, quizId, quizVersionId, questionIds, settings } = assignment;
    const { order, startedAt } = beginAttempt(questionIds, { shuffle: settings.shuffle, now, randomInt });
    await transaction.insert(attempts).values({
      id: attemptId, assignmentId, participantId, userId, quizId, quizVersionId,
      number: before.length + 1, questionOrder: [...order], startedAt: new Date(startedAt),
    });
    return ok(attemptId);
  });
}
