import type { QuizContent, QuizId, QuizVersionId } from "@quickfire/engine";
import { integer, jsonb, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { quizzes } from "./quizzes";

/** What games run on, and what their reports are read against. Rows are never changed. */
export const quizVersions = pgTable(
  "quiz_versions",
  {
    id: uuid("id").primaryKey().$type<QuizVersionId>(),
    quizId: uuid("quiz_id").notNull().$type<QuizId>().references(() => quizzes.id),
    number: integer("number").notNull(),
    content: jsonb("content").notNull().$type<QuizContent>(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [unique("quiz_versions_number").on(table.quizId, table.number)],
);
