import type { GameId, UserId } from "@quickfire/engine";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { games } from "./games";
import { users } from "./users";

/** Who hosts a game beside the one who opened it. */
export const gameHosts = pgTable(
  "game_hosts",
  {
    gameId: text("game_id").notNull().$type<GameId>().references(() => games.id, { onDelete: "cascade" }),
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.gameId, table.userId] }), index("game_hosts_user").on(table.userId)],
);
