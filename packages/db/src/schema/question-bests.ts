import type { QuestionId, UserId } from "@quickfire/engine";
import { integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** The most points that somebody ever earned with a question at their own pace: what is above it counts for boards, and nothing else. */
export const questionBests = pgTable(
  "question_bests",
  {
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    questionId: uuid("question_id").notNull().$type<QuestionId>(),
    points: integer("points").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.questionId] })],
);
