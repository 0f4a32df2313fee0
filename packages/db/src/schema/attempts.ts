import type { AssignmentId, AttemptId, ParticipantId, QuestionId, QuizId, QuizVersionId, UserId } from "@quickfire/engine";
import { index, integer, json, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { assignmentParticipants } from "./assignment-participants";
import { assignments } from "./assignments";
import { instant } from "./columns";
import { quizVersions } from "./quiz-versions";
import { quizzes } from "./quizzes";
import { users } from "./users";

/** What a program was answered when it sent an attempt in one piece; a repeat gets it again. */
export type ActionOutcome = { success: true; message: string; scoreDelta: number; newTotalScore: number };

/** Runs through questions at one's own pace: of an assignment, or sent in one piece under an `actionId`. */
export const attempts = pgTable(
  "attempts",
  {
    id: uuid("id").primaryKey().$type<AttemptId>(),
    assignmentId: uuid("assignment_id").$type<AssignmentId>().references(() => assignments.id, { onDelete: "cascade" }),
    participantId: uuid("participant_id").$type<ParticipantId>().references(() => assignmentParticipants.participantId, { onDelete: "cascade" }),
    userId: uuid("user_id").$type<UserId>().references(() => users.id, { onDelete: "cascade" }),
    quizId: uuid("quiz_id").notNull().$type<QuizId>().references(() => quizzes.id),
    quizVersionId: uuid("quiz_version_id").notNull().$type<QuizVersionId>().references(() => quizVersions.id),
    /** Counted from 1 for each participant of an assignment. */
    number: smallint("number"),
    questionOrder: uuid("question_order").array().notNull().$type<QuestionId[]>(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    score: integer("score").notNull().default(0),
    right: smallint("right_answers").notNull().default(0),
    /** What it added to the learner's long-term score. */
    scoreDelta: integer("score_delta").notNull().default(0),
    actionId: text("action_id"),
    bodyHash: text("body_hash"),
    /** When the program says that it happened: kept, never used. */
    claimedAt: instant("claimed_at"),
    outcome: json("outcome").$type<ActionOutcome>(),
  },
  (table) => [
    unique("attempts_number").on(table.participantId, table.number),
    unique("attempts_action").on(table.userId, table.actionId),
    index("attempts_user_started").on(table.userId, table.startedAt.desc()),
    index("attempts_assignment").on(table.assignmentId),
  ],
);
