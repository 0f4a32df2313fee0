import type { GameId, ParticipantId, QuestionId, UserId } from "@quickfire/engine";
import { index, integer, json, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Everything that happened in games, in rows that are only ever added. `event_id` is derived from game, epoch, log number and index,
 * one id for each position, so the same event can't get in twice however often its entry is delivered; that is the only thing that
 * has to be unique. It grows within a game, which keeps its index small and quick. No foreign keys: the log is the older truth.
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
    /** As it was told. Not taken apart for storing: it is written a thousand times for once that it is looked into. */
    payload: json("payload").notNull(),
  },
  (table) => [
    // The events of one entry share a place in it, so it is a tenth of what a unique one would be.
    index("audit_events_game_epoch_seq").on(table.gameId, table.epoch, table.seq),
    // Games lie in it as they happened, and an address in few of them: enough to find a day or an address, at next to no cost.
    index("audit_events_at_ip").using("brin", table.at, table.ip.op("text_bloom_ops")).with({ autosummarize: true }),
  ],
);
