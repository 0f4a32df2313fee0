import { randomUUID } from "node:crypto";
import { err, ok, quizIdSchema, type QuizContent, type UserId } from "@quickfire/engine";
import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { decodeCursor, pageOf, pageSize } from "../paging";
import { quizzes } from "../schema/quizzes";
import { copyOf } from "./copy-of";
import { publishQuiz } from "./publish-quiz";
import type { OwnedQuiz, Quiz, QuizRepository, QuizSummary } from "./quiz-repository.types";
import { searchPatterns } from "./search-pattern";

/** Sort key of the list: the newest change first, the id for changes of the same millisecond. */
const positionSchema = z.tuple([z.iso.datetime(), quizIdSchema]);

export function createQuizRepository(database: Database): QuizRepository {
  const { db } = database;

  async function byId(quiz: OwnedQuiz): Promise<Quiz | null> {
    const [row] = await db.select({ ...summaryColumns, content: quizzes.content }).from(quizzes).where(owned(quiz));
    return row ? { ...summaryOf(row), content: row.content } : null;
  }

  async function create(quiz: { ownerId: UserId; content: QuizContent; problems: number }): Promise<Quiz> {
    const at = new Date();
    const [row] = await db
      .insert(quizzes)
      .values({ id: quizIdSchema.parse(randomUUID()), ownerId: quiz.ownerId, ...columnsOf(quiz), createdAt: at, updatedAt: at })
      .returning({ ...summaryColumns, content: quizzes.content });
    if (!row) throw new Error("an insert returned no row");
    return { ...summaryOf(row), content: row.content };
  }

  return defineRepository<QuizRepository>(database, "quizzes", {
    async list({ ownerId, search, cursor, limit }) {
      const after = decodeCursor(cursor, positionSchema);
      if (!after.ok) return after;
      const size = pageSize(limit);
      const rows = await db
        .select(summaryColumns)
        .from(quizzes)
        .where(and(eq(quizzes.ownerId, ownerId), isNull(quizzes.deletedAt), ...searchPatterns(search).map(matches), after.value ? isAfter(after.value) : undefined))
        .orderBy(desc(quizzes.updatedAt), desc(quizzes.id))
        .limit(size + 1);
      return ok(pageOf(rows, size, { item: summaryOf, position: (row) => [row.updatedAt.toISOString(), row.id] }));
    },

    byId,
    create,

    async save({ revision, content, problems, ...quiz }) {
      const [saved] = await db
        .update(quizzes)
        .set({ ...columnsOf({ content, problems }), revision: sql`${quizzes.revision} + 1`, updatedAt: new Date() })
        .where(and(owned(quiz), revision === undefined ? undefined : eq(quizzes.revision, revision)))
        .returning({ revision: quizzes.revision, updatedAt: quizzes.updatedAt });
      if (saved) return ok({ revision: saved.revision, savedAt: saved.updatedAt.toISOString() });
      const [stored] = await db.select({ revision: quizzes.revision }).from(quizzes).where(owned(quiz));
      return err(stored ? { code: "CONFLICT", revision: stored.revision } : "NOT_FOUND");
    },

    async duplicate(quiz) {
      const original = await byId(quiz);
      if (!original) return null;
      return create({ ownerId: quiz.ownerId, content: copyOf(original.content, randomUUID), problems: original.problems });
    },

    async remove(quiz) {
      const removed = await db.update(quizzes).set({ deletedAt: new Date() }).where(owned(quiz)).returning({ id: quizzes.id });
      return removed.length > 0;
    },

    async restore({ quizId, ownerId }) {
      const restored = await db
        .update(quizzes)
        .set({ deletedAt: null })
        .where(and(eq(quizzes.id, quizId), eq(quizzes.ownerId, ownerId), isNotNull(quizzes.deletedAt)))
        .returning({ id: quizzes.id });
      return restored.length > 0;
    },

    async setPublic({ isPublic, ...quiz }) {
      const changed = await db.update(quizzes).set({ isPublic }).where(owned(quiz)).returning({ id: quizzes.id });
      return changed.length > 0;
    },

    publish: (quiz) => publishQuiz(db, quiz),
  });
}

/** What another owns, and what was removed, is not there. */
function owned({ quizId, ownerId }: OwnedQuiz): SQL | undefined {
  return and(eq(quizzes.id, quizId), eq(quizzes.ownerId, ownerId), isNull(quizzes.deletedAt));
}

function matches(pattern: string): SQL {
  return sql`(${quizzes.title} ilike ${pattern} or exists (select 1 from unnest(${quizzes.tags}) as tag where tag ilike ${pattern}))`;
}

function isAfter([updatedAt, quizId]: z.infer<typeof positionSchema>): SQL {
  return sql`(${quizzes.updatedAt}, ${quizzes.id}) < (${updatedAt}::timestamptz, ${quizId}::uuid)`;
}

function columnsOf({ content, problems }: { content: QuizContent; problems: number }) {
  return {
    title: content.title,
    language: content.language,
    level: content.level ?? null,
    tags: content.tags,
    content,
    questionCount: content.questions.length,
    problemCount: problems,
  };
}

/** All but the content, which a list does not need and which may be large. */
const summaryColumns = {
  id: quizzes.id,
  title: quizzes.title,
  language: quizzes.language,
  level: quizzes.level,
  tags: quizzes.tags,
  questionCount: quizzes.questionCount,
  types: sql<QuizSummary["types"]>`(
    select coalesce(jsonb_object_agg(type, number), '{}')
    from (select question ->> 'type' as type, count(*) as number from jsonb_array_elements(quizzes.content -> 'questions') as question group by 1) as counts
  )`,
  // Games are made by the owner, and found by host.
  games: sql<number>`(select count(*)::int from games where games.host_user_id = quizzes.owner_id and games.quiz_id = quizzes.id)`,
  problemCount: quizzes.problemCount,
  isPublic: quizzes.isPublic,
  revision: quizzes.revision,
  createdAt: quizzes.createdAt,
  updatedAt: quizzes.updatedAt,
  archivedAt: quizzes.archivedAt,
};

type SummaryRow = Pick<typeof quizzes.$inferSelect, Exclude<keyof typeof summaryColumns, "types" | "games">> & Pick<QuizSummary, "types" | "games">;

function summaryOf(row: SummaryRow): QuizSummary {
  return {
    quizId: row.id,
    title: row.title,
    language: row.language,
    level: row.level,
    tags: row.tags,
    questions: row.questionCount,
    types: row.types,
    games: row.games,
    problems: row.problemCount,
    isPublic: row.isPublic,
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}
