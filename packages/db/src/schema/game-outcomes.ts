import type { GameId } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Where a game has got to, as the durable log tells it. It is a table of its own because the log may run ahead of the row in `games`,
 * and because entries may come twice or in any order: each column only ever moves one way.
 */
export const gameOutcomes = pgTable(
  "game_outcomes",
  {
    gameId: text("game_id").primaryKey().$type<GameId>(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    interrupted: boolean("interrupted").notNull().default(false),
    /** Whether the final standings follow from the stored answers; null until that was checked. */
    verified: boolean("verified"),
    /** When its players' points were added to their long-term scores; null until then. */
    scoredAt: instant("scored_at"),
    /** When its events were sealed: a seal that is gone again shows. */
    sealedAt: instant("sealed_at"),
    /** When the rules looked at it for the last time, with all of it there. */
    examinedAt: instant("examined_at"),
    /** When the addresses in its log were made marks that lead nowhere. */
    originsForgottenAt: instant("origins_forgotten_at"),
    /** When its guests were made players without a name. */
    guestsForgottenAt: instant("guests_forgotten_at"),
  },
  (table) => [
    index("game_outcomes_unverified").on(table.endedAt).where(sql`${table.verified} is null`),
    index("game_outcomes_unscored").on(table.endedAt).where(sql`${table.verified} and ${table.scoredAt} is null`),
    index("game_outcomes_unexamined").on(table.startedAt).where(sql`${table.examinedAt} is null`),
    index("game_outcomes_origins").on(table.endedAt).where(sql`${table.originsForgottenAt} is null`),
    index("game_outcomes_guests").on(table.endedAt).where(sql`${table.guestsForgottenAt} is null`),
    index("game_outcomes_unsealed").on(table.endedAt).where(sql`${table.sealedAt} is null`),
  ],
);
