import type { AnomalyRule, GameId, ParticipantId, UserId } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

export const flagStatuses = ["open", "confirmed", "cleared"] as const;
export type FlagStatus = (typeof flagStatuses)[number];

/** What a rule found unusual about somebody in a game: one row a rule and participant, however often the rule looks. */
export const anomalyFlags = pgTable(
  "anomaly_flags",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    rule: text("rule").notNull().$type<AnomalyRule>(),
    gameId: text("game_id").notNull().$type<GameId>(),
    participantId: uuid("participant_id").notNull().$type<ParticipantId>(),
    userId: uuid("user_id").$type<UserId>(),
    /** 1: worth a look, 2: hard to explain, 3: not done by a person. */
    strength: smallint("strength").notNull(),
    /** The rule's own figures, as the engine's `Evidence`. */
    evidence: jsonb("evidence").notNull(),
    status: text("status").notNull().default("open").$type<FlagStatus>(),
    /** Grows with each decision; one that was made on an older state is refused. */
    revision: integer("revision").notNull().default(1),
    foundAt: instant("found_at").notNull().defaultNow(),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by").$type<UserId>(),
  },
  (table) => [
    unique("anomaly_flags_finding").on(table.gameId, table.rule, table.participantId),
    index("anomaly_flags_found").on(table.status, table.foundAt.desc(), table.id.desc()),
    check("anomaly_flags_status_known", sql`${table.status} in ('open', 'confirmed', 'cleared')`),
  ],
);
