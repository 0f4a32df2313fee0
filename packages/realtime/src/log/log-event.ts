import { answerSubmissionSchema, gameIdSchema, participantIdSchema, questionIdSchema, refusalReasons, userIdSchema } from "@quickfire/engine";
import { z } from "zod";

export const originSchema = z.object({ ip: z.string().nullable(), userAgent: z.string().nullable() });

/** Where an event stands. `eventId` is a UUID made from the position, so a redelivered entry gives the same ids again. */
const position = {
  eventId: z.uuid(),
  gameId: gameIdSchema,
  epoch: z.string(),
  /** The game's log number: gapless, one per entry. */
  logNumber: z.int(),
  /** The event's place within its entry. */
  index: z.int(),
  /** Redis's clock, in ms. */
  at: z.int(),
};

const answerFacts = {
  ...position,
  participantId: participantIdSchema,
  questionId: z.string(),
  /** Redis's time at which the node read the socket. */
  receivedAt: z.int(),
  actionId: z.string().optional(),
  /** What the client said, word for word: logged, never trusted. */
  submission: answerSubmissionSchema,
  origin: originSchema,
};

/** What happened in a game, as it gets into Postgres: one event, one row. */
export const logEventSchema = z.discriminatedUnion("type", [
  z.object({
    ...position,
    type: z.literal("PARTICIPANT_JOINED"),
    participantId: participantIdSchema,
    name: z.string(),
    avatar: z.int(),
    team: z.int().optional(),
    userId: userIdSchema.optional(),
    origin: originSchema,
  }),
  z.object({ ...position, type: z.literal("PARTICIPANT_REMOVED"), participantId: participantIdSchema, origin: originSchema }),
  z.object({
    ...answerFacts,
    type: z.literal("ANSWER_SUBMITTED"),
    round: z.int(),
    questionId: questionIdSchema,
    /** The typed form of CONTRACT.md, section 5. */
    answer: z.unknown(),
    /** Null for question types that have no right answer. */
    correct: z.boolean().nullable(),
    points: z.int(),
    timeMs: z.int(),
    streak: z.int(),
  }),
  z.object({
    ...answerFacts,
    type: z.literal("ANSWER_REJECTED"),
    round: z.int().nullable(),
    /** `CONFLICT`: a second, different answer to a question whose first one stands. */
    reason: z.enum([...refusalReasons, "CONFLICT"]),
  }),
  z.object({
    ...position,
    type: z.literal("SCORE_CHANGED"),
    participantId: participantIdSchema,
    round: z.int(),
    questionId: questionIdSchema,
    /** `skip`: the round was left out, its points are taken back. */
    action: z.enum(["answer", "skip"]),
    actionId: z.string().optional(),
    oldScore: z.int(),
    newScore: z.int(),
    origin: originSchema,
  }),
  z.object({
    ...position,
    type: z.literal("FINAL_STANDING"),
    participantId: participantIdSchema,
    name: z.string(),
    team: z.int().optional(),
    userId: userIdSchema.optional(),
    score: z.int(),
    rank: z.int(),
    totalTimeMs: z.int(),
  }),
]);
export type LogEvent = z.infer<typeof logEventSchema>;
