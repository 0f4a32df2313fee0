import type { GameId, ParticipantId, QuestionId } from "@quickfire/engine";
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** The accepted answers: at most one a participant and round, which the key itself holds. */
export const gameAnswers = pgTable(
  "game_answers",
  {
    gameId: text("game_id").notNull().$type<GameId>(),
    round: integer("round").notNull(),
    participantId: uuid("participant_id").notNull().$type<ParticipantId>(),
    questionId: uuid("question_id").notNull().$type<QuestionId>(),
    /** The typed form of the wire. */
    answer: jsonb("answer").notNull(),
    /** Null where the type has no right answer. */
    correct: boolean("correct"),
    points: integer("points").notNull(),
    timeMs: integer("time_ms").notNull(),
    at: instant("at").notNull(),
    actionId: text("action_id"),
  },
  (table) => [primaryKey({ columns: [table.gameId, table.round, table.participantId] })],
);
