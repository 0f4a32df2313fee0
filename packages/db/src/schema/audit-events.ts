import type { GameId, ParticipantId, QuestionId, UserId } from "@quickfire/engine";
import { index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Everything that happened in games, in rows that are only ever added. `event_id` is derived from game, epoch, log number and index,
 * so the same event can't get in twice however often its entry is delivered. No foreign keys: the log is the older truth.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    eventId: uuid("event_id").primaryKey(),
    gameId: text("game_id").notNull().$type<GameId>(),
    epoch: text("epoch").notNull(),
    /** The game's log number, gapless within an epoch. */
    seq: integer("seq").notNull(),
    /** The place within a packed entry. */
    index: integer("index").notNull(),
    type: text("type").notNull(),
    participantId: uuid("participant_id").$type<ParticipantId>(),
    userId: uuid("user_id").$type<UserId>(),
    questionId: uuid("question_id").$type<QuestionId>(),
    oldScore: integer("old_score"),
    newScore: integer("new_score"),
    action: text("action"),
    ip: text("ip"),
    userAgent: text("user_agent"),
    at: instant("at").notNull(),
    payload: jsonb("payload").notNull(),
  },
  (table) => [
    // Also the index by game.
    unique("audit_events_position").on(table.gameId, table.epoch, table.seq, table.index),
    index("audit_events_at").on(table.at),
  ],
);
