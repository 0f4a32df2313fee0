import type { AssignmentId, AssignmentSettings, GameId, QuestionId, QuizId, QuizVersionId, UserId } from "@quickfire/engine";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { quizVersions } from "./quiz-versions";
import { quizzes } from "./quizzes";
import { users } from "./users";

/** Questions of a quiz version that can be taken at one's own pace until a deadline, by whoever has the link. */
export const assignments = pgTable(
  "assignments",
  {
    id: uuid("id").primaryKey().$type<AssignmentId>(),
    /** What the link says: too long to be guessed. */
    code: text("code").notNull().unique(),
    hostUserId: uuid("host_user_id").notNull().$type<UserId>().references(() => users.id),
    quizId: uuid("quiz_id").notNull().$type<QuizId>().references(() => quizzes.id),
    quizVersionId: uuid("quiz_version_id").notNull().$type<QuizVersionId>().references(() => quizVersions.id),
    /** The live game whose mistakes it repeats, where it came of one. */
    gameId: text("game_id").$type<GameId>(),
    title: text("title").notNull(),
    /** Those that are asked: all of the version, or some of them. */
    questionIds: uuid("question_ids").array().notNull().$type<QuestionId[]>(),
    settings: jsonb("settings").notNull().$type<AssignmentSettings>(),
    deadline: instant("deadline").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    deletedAt: instant("deleted_at"),
  },
  (table) => [index("assignments_host_created").on(table.hostUserId, table.createdAt.desc(), table.id.desc()), index("assignments_quiz").on(table.quizId)],
);
