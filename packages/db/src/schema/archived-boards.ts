import type { UserId } from "@quickfire/engine";
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { users } from "./users";

/** Boards whose period is over, by their names: they stand as they were, whatever is corrected later. */
export const archivedBoards = pgTable("archived_boards", {
  board: text("board").primaryKey(),
  players: integer("players").notNull(),
  archivedAt: instant("archived_at").notNull(),
});

export const archivedStandings = pgTable(
  "archived_standings",
  {
    board: text("board").notNull().references(() => archivedBoards.board),
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    rank: integer("rank").notNull(),
    score: bigint("score", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.board, table.userId] }),
    index("archived_standings_rank").on(table.board, table.rank),
    index("archived_standings_user").on(table.userId),
  ],
);
