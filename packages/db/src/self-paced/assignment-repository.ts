import { type AssignmentId, assignmentIdSchema, ok } from "@quickfire/engine";
import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { decodeCursor, pageOf, pageSize } from "../paging";
import { assignments } from "../schema/assignments";
import { quizVersions } from "../schema/quiz-versions";
import type { AssignmentRepository, AssignmentSummary, OwnedAssignment } from "./assignment-repository.types";
import { readResults } from "./assignment-results";

const positionSchema = z.tuple([z.iso.datetime(), assignmentIdSchema]);

export function createAssignmentRepository(database: Database): AssignmentRepository {
  const { db } = database;
  const select = () => db.select(summaryColumns).from(assignments).innerJoin(quizVersions, eq(quizVersions.id, assignments.quizVersionId));

  return defineRepository<AssignmentRepository>(database, "assignments", {
    async create({ assignmentId, ...assignment }) {
      await db.insert(assignments).values({ id: assignmentId, ...assignment });
    },

    async ofHost({ hostUserId, cursor, limit }) {
      const after = decodeCursor(cursor, positionSchema);
      if (!after.ok) return after;
      const size = pageSize(limit);
      const rows = await select()
        .where(and(eq(assignments.hostUserId, hostUserId), isNull(assignments.deletedAt), after.value ? isAfter(after.value) : undefined))
        .orderBy(desc(assignments.createdAt), desc(assignments.id))
        .limit(size + 1);
      return ok(pageOf(rows, size, { item: summaryOf, position: (row) => [row.createdAt.toISOString(), row.assignmentId] }));
    },

    async results(assignment) {
      const [row] = await select().where(owned(assignment));
      return row ? { ...summaryOf(row), ...(await readResults(database, assignment.assignmentId)) } : null;
    },

    async setDeadline({ deadline, ...assignment }) {
      const changed = await db.update(assignments).set({ deadline }).where(owned(assignment)).returning({ id: assignments.id });
      return changed.length > 0;
    },

    async remove(assignment) {
      const removed = await db.update(assignments).set({ deletedAt: new Date() }).where(owned(assignment)).returning({ id: assignments.id });
      return removed.length > 0;
    },

    async restore({ assignmentId, hostUserId }) {
      const restored = await db
        .update(assignments)
        .set({ deletedAt: null })
        .where(and(eq(assignments.id, assignmentId), eq(assignments.hostUserId, hostUserId), isNotNull(assignments.deletedAt)))
        .returning({ id: assignments.id });
      return restored.length > 0;
    },
  });
}

/** What another set, and what was removed, is not there. */
function owned({ assignmentId, hostUserId }: OwnedAssignment): SQL | undefined {
  return and(eq(assignments.id, assignmentId), eq(assignments.hostUserId, hostUserId), isNull(assignments.deletedAt));
}

function isAfter([createdAt, assignmentId]: [string, AssignmentId]): SQL {
  return sql`(${assignments.createdAt}, ${assignments.id}) < (${createdAt}::timestamptz, ${assignmentId}::uuid)`;
}

const summaryColumns = {
  assignmentId: assignments.id,
  code: assignments.code,
  quizId: assignments.quizId,
  gameId: assignments.gameId,
  title: assignments.title,
  language: sql<string>`${quizVersions.content} ->> 'language'`,
  questions: sql<number>`cardinality(${assignments.questionIds})`,
  settings: assignments.settings,
  deadline: assignments.deadline,
  createdAt: assignments.createdAt,
  participants: sql<number>`(select count(*)::int from assignment_participants as person where person.assignment_id = ${assignments.id})`,
  finished: sql<number>`(select count(distinct attempt.participant_id)::int from attempts as attempt
    where attempt.assignment_id = ${assignments.id} and attempt.finished_at is not null)`,
};

type Row = Omit<AssignmentSummary, "deadline" | "createdAt"> & { deadline: Date; createdAt: Date };

const summaryOf = ({ deadline, createdAt, ...row }: Row): AssignmentSummary => ({ ...row, deadline: deadline.toISOString(), createdAt: createdAt.toISOString() });
