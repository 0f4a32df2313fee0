import type { QuestionId, QuizVersionId, UserId } from "@quickfire/engine";
import { boolean, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { quizVersions } from "./quiz-versions";
import { users } from "./users";

/** Answers to mistakes that are practised. They earn nothing; two right ones in a row take a mistake off the list. */
export const practiceAnswers = pgTable(
  "practice_answers",
  {
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    /** The browser's, so that an answer that is sent twice is counted once. */
    actionId: text("action_id").notNull(),
    questionId: uuid("question_id").notNull().$type<QuestionId>(),
    quizVersionId: uuid("quiz_version_id").notNull().$type<QuizVersionId>().references(() => quizVersions.id),
    answer: jsonb("answer"),
    correct: boolean("correct").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.actionId] }), index("practice_answers_user_at").on(table.userId, table.at.desc())],
);
