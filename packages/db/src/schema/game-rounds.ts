import type { GameId, QuestionId } from "@quickfire/engine";
import { boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** The questions that were played. Their types and texts are those of the game's quiz version. */
export const gameRounds = pgTable(
  "game_rounds",
  {
    gameId: text("game_id").notNull().$type<GameId>(),
    round: integer("round").notNull(),
    questionId: uuid("question_id").notNull().$type<QuestionId>(),
    openedAt: instant("opened_at"),
    closedAt: instant("closed_at"),
    skipped: boolean("skipped").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.gameId, table.round] })],
);
