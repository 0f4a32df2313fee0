import type { GameId } from "@quickfire/engine";
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { games } from "./games";

/** Links that make one author a co-host, as hashes. One that was mailed is good for the account with that address alone. */
export const hostInvitations = pgTable(
  "host_invitations",
  {
    tokenHash: text("token_hash").primaryKey(),
    gameId: text("game_id").notNull().$type<GameId>().references(() => games.id, { onDelete: "cascade" }),
    email: text("email"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("host_invitations_game").on(table.gameId)],
);
