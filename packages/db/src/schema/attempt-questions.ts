import type { AttemptId, QuestionId } from "@quickfire/engine";
import { boolean, integer, jsonb, pgTable, primaryKey, smallint, uuid } from "drizzle-orm/pg-core";
import { attempts } from "./attempts";
import { instant } from "./columns";

/** The questions of an attempt that were shown, from then on until they were closed by an answer, a pass or the clock. */
export const attemptQuestions = pgTable(
  "attempt_questions",
  {
    attemptId: uuid("attempt_id").notNull().$type<AttemptId>().references(() => attempts.id, { onDelete: "cascade" }),
    position: smallint("position").notNull(),
    questionId: uuid("question_id").notNull().$type<QuestionId>(),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
    /** The typed form of the wire; null where it was passed or its time ran out. */
    answer: jsonb("answer"),
    /** Null while it is open, and where the type has no right answer. */
    correct: boolean("correct"),
    points: integer("points").notNull().default(0),
    timeMs: integer("time_ms").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.position] })],
);
