import type { GameId, GameSettings, Pin, QuizId, QuizVersionId, UserId } from "@quickfire/engine";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { quizVersions } from "./quiz-versions";
import { quizzes } from "./quizzes";
import { users } from "./users";

/** What is known of a game from its first moment. What became of it stands in `game_outcomes`. */
export const games = pgTable(
  "games",
  {
    id: text("id").primaryKey().$type<GameId>(),
    quizId: uuid("quiz_id").notNull().$type<QuizId>().references(() => quizzes.id),
    quizVersionId: uuid("quiz_version_id").notNull().$type<QuizVersionId>().references(() => quizVersions.id),
    hostUserId: uuid("host_user_id").notNull().$type<UserId>().references(() => users.id),
    title: text("title").notNull(),
    pin: text("pin").notNull().$type<Pin>(),
    settings: jsonb("settings").notNull().$type<GameSettings>(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("games_host_created").on(table.hostUserId, table.createdAt.desc(), table.id.desc())],
);
