import type { LeagueOutcome, UserId } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { leagues } from "./leagues";
import { users } from "./users";

/** Who sits in which league of a week: one seat a week. Points, rank and outcome are those of its end, null while it runs. */
export const leagueSeats = pgTable(
  "league_seats",
  {
    week: text("week").notNull(),
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    leagueId: uuid("league_id").notNull().references(() => leagues.id),
    points: bigint("points", { mode: "number" }),
    rank: integer("rank"),
    outcome: text("outcome").$type<LeagueOutcome>(),
  },
  (table) => [
    primaryKey({ columns: [table.week, table.userId] }),
    index("league_seats_league").on(table.leagueId),
    index("league_seats_user").on(table.userId),
    check("league_seats_outcome_known", sql`${table.outcome} in ('up', 'stay', 'down')`),
  ],
);
