import {
  answerSubmissionSchema, gameIdSchema, loggedEventSchema, participantIdSchema, questionIdSchema, refusalReasons, userIdSchema,
} from "@quickfire/engine";
import { z } from "zod";

export const originSchema = z.object({ ip: z.string().nullable(), userAgent: z.string().nullable() });

const answerFacts = {
  participantId: participantIdSchema,
  /** Redis's time at which the node read the socket. */
  receivedAt: z.int(),
  /** What the client said, word for word: logged, never trusted. */
  submission: answerSubmissionSchema,
  origin: originSchema,
};

/** What happened to one participant. What moved the whole game are the engine's `LoggedEvent`s. */
export const participantEventSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("PARTICIPANT_JOINED"),
    participantId: participantIdSchema,
    name: z.string(),
    avatar: z.int(),
    team: z.int().optional(),
    userId: userIdSchema.optional(),
    origin: originSchema,
  }),
  z.object({ type: z.literal("PARTICIPANT_REMOVED"), participantId: participantIdSchema, origin: originSchema }),
  z.object({
    type: z.literal("ANSWER_SUBMITTED"),
    ...answerFacts,
    round: z.int(),
    questionId: questionIdSchema,
    /** The typed form of CONTRACT.md, section 5. */
    answer: z.unknown(),
    /** Null for question types that have no right answer. */
    correct: z.boolean().nullable(),
    /** With the streak's bonus. */
    points: z.int(),
    timeMs: z.int(),
    streak: z.int(),
  }),
  z.object({
    type: z.literal("ANSWER_REJECTED"),
    ...answerFacts,
    /** The round whose question it names; null for a question that is none of this quiz. */
    round: z.int().nullable(),
    /** As the client named it. */
    questionId: z.string(),
    /** `CONFLICT`: a second, different answer to a question whose first one stands. */
    reason: z.enum([...refusalReasons, "CONFLICT"]),
  }),
  z.object({
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
export type ParticipantEvent = z.infer<typeof participantEventSchema>;

/** A change of the whole game. `origin` is the host's; null where the clock moved it. */
export const gameMovedSchema = loggedEventSchema.and(z.object({ origin: originSchema.nullable() }));

/** Where an event stands. */
export const logPositionSchema = z.object({
  /** A UUID made from the position, so a redelivered entry gives the same ids again. */
  eventId: z.uuid(),
  gameId: gameIdSchema,
  epoch: z.string(),
  /** The game's log number: gapless, one per entry. */
  logNumber: z.int(),
  /** The event's place within its entry. */
  index: z.int(),
  /** Redis's clock, in ms. */
  at: z.int(),
});

/** What happened in a game, as it gets into Postgres: one event, one row. */
export type LogEvent = z.infer<typeof logPositionSchema> & (ParticipantEvent | z.infer<typeof gameMovedSchema>);
