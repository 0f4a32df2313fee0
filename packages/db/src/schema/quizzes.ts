import type { QuizContent, QuizId, UserId } from "@quickfire/engine";
import { boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { users } from "./users";

/** The working copy. Title, language, level and tags stand beside the content as well, because lists and searches read them. */
export const quizzes = pgTable(
  "quizzes",
  {
    id: uuid("id").primaryKey().$type<QuizId>(),
    ownerId: uuid("owner_id").notNull().$type<UserId>().references(() => users.id),
    title: text("title").notNull(),
    language: text("language").notNull(),
    level: text("level"),
    tags: text("tags").array().notNull(),
    content: jsonb("content").notNull().$type<QuizContent>(),
    questionCount: integer("question_count").notNull(),
    problemCount: integer("problem_count").notNull(),
    /** Whether anybody with an account here may play it at their own pace. */
    isPublic: boolean("is_public").notNull().default(false),
    /** Grows with each save; an autosave that started from an older one is refused. */
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    archivedAt: instant("archived_at"),
    deletedAt: instant("deleted_at"),
  },
  (table) => [index("quizzes_owner_updated").on(table.ownerId, table.updatedAt.desc(), table.id.desc())],
);
