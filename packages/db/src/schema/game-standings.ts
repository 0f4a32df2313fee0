import type { GameId, ParticipantId } from "@quickfire/engine";
import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

/** The final standings, as the game's board had them at its end. */
export const gameStandings = pgTable(
  "game_standings",
  {
    gameId: text("game_id").notNull().$type<GameId>(),
    participantId: uuid("participant_id").notNull().$type<ParticipantId>(),
    rank: integer("rank").notNull(),
    score: integer("score").notNull(),
    totalTimeMs: integer("total_time_ms").notNull(),
  },
  (table) => [primaryKey({ columns: [table.gameId, table.participantId] })],
);
