import type { GameId } from "@quickfire/engine";
import { customType, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/**
 * What stands in for a sealed event out of which a person was taken: the link of the chain as it was with them, and a hash of what is
 * left. So the chain goes on behind the event, and what is left can't be changed unseen either.
 */
export const forgottenLinks = pgTable(
  "forgotten_links",
  {
    eventId: uuid("event_id").primaryKey(),
    gameId: text("game_id").notNull().$type<GameId>(),
    link: bytes("link").notNull(),
    remains: bytes("remains").notNull(),
    forgottenAt: instant("forgotten_at").notNull().defaultNow(),
  },
  (table) => [index("forgotten_links_game").on(table.gameId)],
);
