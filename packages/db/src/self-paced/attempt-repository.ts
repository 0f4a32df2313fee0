import { err, ok, settleAttempt } from "@quickfire/engine";
import { and, asc, count, eq, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { assignmentParticipants } from "../schema/assignment-participants";
import { assignments } from "../schema/assignments";
import { attempts } from "../schema/attempts";
import { quizVersions } from "../schema/quiz-versions";
import type { AssignmentFacts, AssignmentParticipant, AttemptRepository, AttemptSummary, Identity } from "./attempt-repository.types";
import { storeBeginning } from "./begin-attempt";
import { creditAttempt } from "./credit-attempt";
import { lockAttempt, storeMove } from "./stored-attempt";

/** Whoever has a link can take it up: a flood of made-up names must end somewhere. */
export const mostParticipants = 2_000;

export function createAttemptRepository(database: Database): AttemptRepository {
  const { db } = database;

  async function participant({ assignmentId, identity }: Parameters<AttemptRepository["participant"]>[0]): Promise<AssignmentParticipant | null> {
    const [row] = await db.select(participantColumns).from(assignmentParticipants).where(and(eq(assignmentParticipants.assignmentId, assignmentId), isThey(identity)));
    return row ?? null;
  }

  return defineRepository<AttemptRepository>(database, "attempts", {
    async byCode(code: string) {
      const [row] = await db
        .select(factColumns)
        .from(assignments)
        .innerJoin(quizVersions, eq(quizVersions.id, assignments.quizVersionId))
        .where(and(eq(assignments.code, code), isNull(assignments.deletedAt)));
      return row ? { ...row, deadline: row.deadline.getTime() } : null;
    },

    participant,

    async takeUp({ now, ...newcomer }) {
      const { assignmentId } = newcomer;
      const known = await participant({ assignmentId, identity: newcomer });
      if (known) return ok(known);
      // Some who come at the same moment may get past this: it is there against floods, not to the head.
      const [taken] = await db.select({ people: count() }).from(assignmentParticipants).where(eq(assignmentParticipants.assignmentId, assignmentId));
      if ((taken?.people ?? 0) >= mostParticipants) return err("FULL");
      const [added] = await db.insert(assignmentParticipants).values({ ...newcomer, takenUpAt: new Date(now) }).onConflictDoNothing().returning(participantColumns);
      if (added) return ok(added);
      const sameMoment = await participant({ assignmentId, identity: newcomer });
      return sameMoment ? ok(sameMoment) : err("NAME_TAKEN");
    },

    async attemptsOf(participantId) {
      const rows = await db.select().from(attempts).where(eq(attempts.participantId, participantId)).orderBy(asc(attempts.number));
      return rows.map(summaryOf);
    },

    async overdue({ now, ...of }) {
      const { id, participantId, finishedAt, assignmentId, userId } = attempts;
      const rows = await db
        .select({ attemptId: id, participantId })
        .from(attempts)
        .innerJoin(assignments, eq(assignments.id, assignmentId))
        .where(and("userId" in of ? eq(userId, of.userId) : eq(assignmentId, of.assignmentId), isNull(finishedAt), lt(assignments.deadline, new Date(now)), isNull(assignments.deletedAt)));
      return rows.flatMap(({ attemptId, participantId: seat }) => (seat ? [{ attemptId, participantId: seat }] : []));
    },

    begin: (attempt) => storeBeginning(database, attempt),

    move: ({ participantId, attemptId, now, origin, step }) =>
      db.transaction(async (transaction) => {
        const stored = await lockAttempt(transaction, { attemptId, participantId });
        if (!stored) return null;
        const { userId, quizId, rules, state: before } = stored;
        const settled = settleAttempt(before, rules, now);
        const moved = step(settled, rules);
        // What time has closed is closed, whatever becomes of the move.
        const after = moved.ok ? moved.value : settled;
        await storeMove(transaction, attemptId, { before, after });
        const finishes = before.finishedAt === null && after.finishedAt !== null;
        const credit = finishes && userId ? await creditAttempt(transaction, { attemptId, userId, quizId, state: after, now, origin }) : null;
        const earned = userId && after.finishedAt !== null ? (credit?.scoreDelta ?? stored.scoreDelta) : null;
        return moved.ok ? ok({ state: after, rules, scoreDelta: earned }) : moved;
      }),
  });
}

const isThey = (identity: Identity) => ("userId" in identity ? eq(assignmentParticipants.userId, identity.userId) : eq(assignmentParticipants.keyHash, identity.keyHash));

const participantColumns = { participantId: assignmentParticipants.participantId, name: assignmentParticipants.name, userId: assignmentParticipants.userId };

const factColumns = {
  assignmentId: assignments.id,
  code: assignments.code,
  quizId: assignments.quizId,
  title: assignments.title,
  language: sql<AssignmentFacts["language"]>`${quizVersions.content} ->> 'language'`,
  questions: sql<number>`cardinality(${assignments.questionIds})`,
  settings: assignments.settings,
  deadline: assignments.deadline,
};

function summaryOf({ id, number, startedAt, finishedAt, score, right }: typeof attempts.$inferSelect): AttemptSummary {
  return { attemptId: id, number: number ?? 1, startedAt: startedAt.getTime(), finishedAt: finishedAt?.getTime() ?? null, score, right };
}
