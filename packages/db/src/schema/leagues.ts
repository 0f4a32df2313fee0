import { sql } from "drizzle-orm";
import { index, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** About thirty learners of one tier who compete for one week. */
export const leagues = pgTable(
  "leagues",
  {
    id: uuid("id").primaryKey(),
    /** The ISO week, such as 2026-47. */
    week: text("week").notNull(),
    tier: smallint("tier").notNull(),
    seats: smallint("seats").notNull().default(0),
    closedAt: instant("closed_at"),
  },
  (table) => [index("leagues_open").on(table.week, table.tier).where(sql`${table.closedAt} is null`)],
);
