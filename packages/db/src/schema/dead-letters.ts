import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** What of the durable log can't be stored, whole and with the reason, for a person to look at. */
export const deadLetters = pgTable(
  "dead_letters",
  {
    shard: text("shard").notNull(),
    entryId: text("entry_id").notNull(),
    /** The event's place within its entry; -1 for an entry that could not be read at all. */
    index: integer("index").notNull().default(-1),
    gameId: text("game_id"),
    reason: text("reason").notNull(),
    content: jsonb("content").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.entryId, table.index] })],
);
