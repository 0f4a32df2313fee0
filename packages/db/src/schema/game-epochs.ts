import type { GameId } from "@quickfire/engine";
import { bigint, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * The epochs in which games were rebuilt; the first one of a game is not among them. Written before Redis is, so that a game which
 * Redis has in another epoch than the newest of these is known to be an old one.
 */
export const gameEpochs = pgTable(
  "game_epochs",
  {
    gameId: text("game_id").notNull().$type<GameId>(),
    /** Of the lease under which it was rebuilt; the newest epoch has the highest. */
    fence: bigint("fence", { mode: "number" }).notNull(),
    epoch: text("epoch").notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.gameId, table.fence] })],
);
