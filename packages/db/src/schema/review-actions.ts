import type { GameId, ParticipantId, UserId } from "@quickfire/engine";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

export const reviewActionNames = ["confirm", "clear", "block", "lift", "take-back"] as const;
export type ReviewActionName = (typeof reviewActionNames)[number];

/** Every decision about a flag and every block, by whom and from where. Rows are only ever added. */
export const reviewActions = pgTable(
  "review_actions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    action: text("action").notNull().$type<ReviewActionName>(),
    flagId: uuid("flag_id"),
    /** Null: by a rule, without a person. */
    adminUserId: uuid("admin_user_id").$type<UserId>(),
    /** Whom it is about. */
    userId: uuid("user_id").$type<UserId>(),
    gameId: text("game_id").$type<GameId>(),
    participantId: uuid("participant_id").$type<ParticipantId>(),
    /** How long a block lasts, how many points were taken back. */
    details: jsonb("details").notNull(),
    ip: text("ip"),
    userAgent: text("user_agent"),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [index("review_actions_flag").on(table.flagId, table.at)],
);
