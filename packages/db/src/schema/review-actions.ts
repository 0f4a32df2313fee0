import type { GameId, ParticipantId, UserId } from "@quickfire/engine";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** About what a rule found, and about accounts. */
export const reviewActionNames = ["confirm", "clear", "block", "lift", "take-back"] as const;
export const accountActionNames = ["roles", "disable", "enable"] as const;
export type ReviewActionName = (typeof reviewActionNames)[number];
export type AdminActionName = ReviewActionName | (typeof accountActionNames)[number];

/** Everything that admins decided about players and accounts, by whom and from where. Rows are only ever added. */
export const reviewActions = pgTable(
  "review_actions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    action: text("action").notNull().$type<AdminActionName>(),
    flagId: uuid("flag_id"),
    /** Null: by a rule, without a person. */
    adminUserId: uuid("admin_user_id").$type<UserId>(),
    /** Whom it is about. */
    userId: uuid("user_id").$type<UserId>(),
    gameId: text("game_id").$type<GameId>(),
    participantId: uuid("participant_id").$type<ParticipantId>(),
    /** How long a block lasts, how many points were taken back, from which roles to which. */
    details: jsonb("details").notNull(),
    ip: text("ip"),
    userAgent: text("user_agent"),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [index("review_actions_flag").on(table.flagId, table.at), index("review_actions_at").on(table.at, table.id)],
);
