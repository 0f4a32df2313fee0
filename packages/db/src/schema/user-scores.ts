import type { UserId } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** What a user has now: the row that is locked while their score changes, and what the boards have heard of it. */
export const userScores = pgTable(
  "user_scores",
  {
    userId: uuid("user_id").primaryKey().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    total: bigint("total", { mode: "number" }).notNull().default(0),
    /** Grows with whatever a board should hear of: points, another country, a closed account. Boards take nothing older than they have. */
    revision: integer("revision").notNull().default(0),
    untold: boolean("untold").notNull().default(false),
    /** On which country's board the user was last put. */
    toldCountry: text("told_country"),
  },
  (table) => [index("user_scores_untold").on(table.userId).where(sql`${table.untold}`)],
);
