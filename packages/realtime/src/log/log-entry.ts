import {
  answerSubmissionSchema, gameFactsSchema, gameIdSchema, gameStateSchema, loggedEventSchema, participantIdSchema, participantSchema, questionIdSchema, refusalReasons, userIdSchema,
  type GameId,
} from "@quickfire/engine";
import { z } from "zod";
import { storedAnswerSchema } from "../stored-answer";
import { eventUuid } from "./event-uuid";
import type { GameMovedEvent, LogEvent, LifeEvent, ParticipantEvent } from "./log-event";

const originSchema = z.object({ ip: z.string().nullable(), userAgent: z.string().nullable() });

const answerFacts = { participantId: participantIdSchema, receivedAt: z.int(), submission: answerSubmissionSchema, origin: originSchema };

/**
 * An entry of a shard's stream, as a function wrote it. Its body packs what belongs together, mostly in the words in which it
 * came, since Lua has better things to do than to lay it out.
 */
const bodies = {
  created: gameFactsSchema,
  rebuilt: z.object({ state: gameStateSchema.omit({ facts: true }), openedRound: z.int() }),
  joined: z.object({ participant: participantSchema, idempotency: z.object({ key: z.string(), bodyHash: z.string() }).optional(), origin: originSchema }),
  removed: z.object({ participantId: participantIdSchema, origin: originSchema }),
  answers: z.object({
    round: z.int(),
    /** Empty where the round is 0: of a question that is none of the quiz. */
    questionId: z.union([questionIdSchema, z.literal("")]),
    answers: z.array(
      z.union([
        z.object({ ...answerFacts, stored: storedAnswerSchema }),
        z.object({ ...answerFacts, reason: z.enum([...refusalReasons, "CONFLICT"]) }),
      ]),
    ),
  }),
  moved: z.object({ origin: originSchema.nullable(), events: z.array(loggedEventSchema) }),
  undone: z.object({
    round: z.int(),
    questionId: questionIdSchema,
    origin: originSchema,
    changes: z.array(z.tuple([participantIdSchema, z.int(), z.int()])),
  }),
  standings: z.object({
    standings: z.array(
      z.object({
        participantId: participantIdSchema,
        name: z.string(),
        team: z.int().optional(),
        userId: userIdSchema.optional(),
        score: z.int(),
        rank: z.int(),
        totalTimeMs: z.int(),
      }),
    ),
  }),
} as const;
type Body = { [Type in keyof typeof bodies]: z.infer<(typeof bodies)[Type]> };

type Told = LifeEvent | ParticipantEvent | GameMovedEvent;

function answerEvents({ round, questionId, answers }: Body["answers"]): Told[] {
  return answers.flatMap((told): Told[] => {
    const { participantId, receivedAt, submission, origin } = told;
    const facts = { participantId, receivedAt, submission, origin };
    if ("reason" in told) return [{ ...facts, type: "ANSWER_REJECTED", round: round === 0 ? null : round, questionId: submission.questionId, reason: told.reason }];
    if (questionId === "") throw new Error("an answer was counted for a question that is none of the quiz");
    const { answer, correct, points, timeMs, streak, oldScore, score } = told.stored;
    const submitted: Told = { ...facts, type: "ANSWER_SUBMITTED", round, questionId, answer, correct, points, timeMs, streak };
    if (oldScore === score) return [submitted];
    const { actionId } = submission;
    return [submitted, { type: "SCORE_CHANGED", participantId, round, questionId, action: "answer", actionId, oldScore, newScore: score, origin }];
  });
}

const undoneEvents = ({ round, questionId, origin, changes }: Body["undone"]): Told[] =>
  changes.map(([participantId, oldScore, newScore]) => ({ type: "SCORE_CHANGED", participantId, round, questionId, action: "skip", oldScore, newScore, origin }));

function joinedEvent({ participant, idempotency, origin }: Body["joined"]): Told {
  const { participantId, name, avatar, team, userId } = participant;
  return { type: "PARTICIPANT_JOINED", participantId, name, avatar, team, userId, idempotency, origin };
}

function unpack(type: keyof typeof bodies, json: unknown): Told[] {
  switch (type) {
    case "created":
      return [{ type: "GAME_CREATED", facts: bodies.created.parse(json) }];
    case "rebuilt":
      return [{ type: "GAME_REBUILT", ...bodies.rebuilt.parse(json) }];
    case "joined":
      return [joinedEvent(bodies.joined.parse(json))];
    case "removed":
      return [{ type: "PARTICIPANT_REMOVED", ...bodies.removed.parse(json) }];
    case "answers":
      return answerEvents(bodies.answers.parse(json));
    case "moved": {
      const { origin, events } = bodies.moved.parse(json);
      return events.map((event) => ({ ...event, origin }));
    }
    case "undone":
      return undoneEvents(bodies.undone.parse(json));
    case "standings":
      return bodies.standings.parse(json).standings.map((standing) => ({ type: "FINAL_STANDING", ...standing }));
  }
}

const entrySchema = z.object({
  type: z.literal(["created", "rebuilt", "joined", "removed", "answers", "moved", "undone", "standings"]),
  game: gameIdSchema,
  epoch: z.string().min(1),
  at: z.coerce.number().int(),
  seq: z.coerce.number().int(),
  body: z.string(),
});

export type LogEntry = { gameId: GameId; epoch: string; logNumber: number; at: number; events: LogEvent[] };

/** Throws where the fields are none that this version of the functions writes. */
export function parseLogEntry(fields: Record<string, string>): LogEntry {
  const { type, game: gameId, epoch, at, seq: logNumber, body } = entrySchema.parse(fields);
  const events = unpack(type, JSON.parse(body)).map((told, index): LogEvent => {
    const position = { gameId, epoch, logNumber, index };
    return { ...position, at, eventId: eventUuid(position), ...told };
  });
  return { gameId, epoch, logNumber, at, events };
}
