import type { QuizId, UserId } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ScoreSource } from "../scores/score-repository.types";
import { instant } from "./columns";
import { users } from "./users";

/**
 * Every change of a long-term score, in rows that are only ever added: the truth from which totals and boards are made. What a change
 * comes from is named by `source` and `source_id`, once per user, so a repeated one finds the first.
 */
export const scoreChanges = pgTable(
  "score_changes",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id").notNull().$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    source: text("source").notNull().$type<ScoreSource>(),
    sourceId: text("source_id").notNull(),
    /** Null for a correction that is about no quiz. */
    quizId: uuid("quiz_id").$type<QuizId>(),
    delta: integer("delta").notNull(),
    oldTotal: bigint("old_total", { mode: "number" }).notNull(),
    newTotal: bigint("new_total", { mode: "number" }).notNull(),
    action: text("action").notNull(),
    ip: text("ip"),
    userAgent: text("user_agent"),
    at: instant("at").notNull(),
    /** The instant that decides about week and month: of a correction that of the points which it takes back. */
    earnedAt: instant("earned_at").notNull(),
    /** When the events of this change went to Redis; null until then. */
    toldAt: instant("told_at"),
  },
  (table) => [
    unique("score_changes_source").on(table.userId, table.source, table.sourceId),
    check("score_changes_sum", sql`${table.newTotal} = ${table.oldTotal} + ${table.delta}`),
    check("score_changes_source_known", sql`${table.source} in ('game', 'attempt', 'correction')`),
    index("score_changes_user_earned").on(table.userId, table.earnedAt),
    index("score_changes_earned").on(table.earnedAt),
    // For the audit, as in its own table.
    index("score_changes_at_ip").using("brin", table.at, table.ip.op("text_bloom_ops")).with({ autosummarize: true }),
    // What is still to be forgotten.
    index("score_changes_origins").on(table.at).where(sql`${table.ip} is not null or ${table.userAgent} is not null`),
    index("score_changes_untold").on(table.at, table.id).where(sql`${table.toldAt} is null`),
  ],
);
