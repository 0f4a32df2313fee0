import type { GameId, ParticipantId, UserId } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Who may not play (and, with an account, not sign in) for a time or for good: an account, or a guest in the one game they are known from. */
export const blocks = pgTable(
  "blocks",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id").$type<UserId>(),
    gameId: text("game_id").$type<GameId>(),
    participantId: uuid("participant_id").$type<ParticipantId>(),
    /** The flag that led to it. */
    flagId: uuid("flag_id"),
    startedAt: instant("started_at").notNull().defaultNow(),
    /** Null: for good. */
    endsAt: instant("ends_at"),
    /** Null: by a rule, without a person. */
    blockedBy: uuid("blocked_by").$type<UserId>(),
    liftedAt: instant("lifted_at"),
    liftedBy: uuid("lifted_by").$type<UserId>(),
  },
  (table) => [
    index("blocks_user").on(table.userId).where(sql`${table.liftedAt} is null`),
    index("blocks_participant").on(table.participantId).where(sql`${table.liftedAt} is null`),
    check("blocks_one_subject", sql`(${table.userId} is null) <> (${table.participantId} is null)`),
  ],
);
