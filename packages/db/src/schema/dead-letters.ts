import { jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Entries of the durable log that can't be stored, whole and with the reason, for a person to look at. */
export const deadLetters = pgTable(
  "dead_letters",
  {
    shard: text("shard").notNull(),
    entryId: text("entry_id").notNull(),
    gameId: text("game_id"),
    reason: text("reason").notNull(),
    fields: jsonb("fields").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.entryId] })],
);
