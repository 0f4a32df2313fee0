import type { GameId, ParticipantId, UserId } from "@quickfire/engine";
import { integer, pgTable, primaryKey, uuid, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Points of answers that an admin took back after the game. The game's own log stays as it was: reports show both. */
export const takenBackPoints = pgTable(
  "taken_back_points",
  {
    gameId: text("game_id").notNull().$type<GameId>(),
    participantId: uuid("participant_id").notNull().$type<ParticipantId>(),
    round: integer("round").notNull(),
    points: integer("points").notNull(),
    flagId: uuid("flag_id").notNull(),
    takenBy: uuid("taken_by").notNull().$type<UserId>(),
    takenAt: instant("taken_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.gameId, table.participantId, table.round] })],
);
