import type { GameId, ParticipantId, UserId } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** `joined_at` is null only while a removal or another name is known and the join, earlier in the log, is not yet. */
export const gameParticipants = pgTable(
  "game_participants",
  {
    gameId: text("game_id").notNull().$type<GameId>(),
    participantId: uuid("participant_id").notNull().$type<ParticipantId>(),
    name: text("name").notNull().default(""),
    avatar: smallint("avatar").notNull().default(0),
    team: smallint("team"),
    userId: uuid("user_id").$type<UserId>(),
    /** One of the host's own bots: with one in it, a game is a rehearsal. */
    bot: boolean("bot").notNull().default(false),
    joinedAt: instant("joined_at"),
    /** When the host gave the name that it has now. */
    renamedAt: instant("renamed_at"),
    removedAt: instant("removed_at"),
  },
  (table) => [primaryKey({ columns: [table.gameId, table.participantId] }), index("game_participants_user").on(table.userId), index("game_participants_bots").on(table.gameId).where(sql`bot`)],
);
