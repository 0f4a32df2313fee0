import { answerSubmissionSchema, gameIdSchema, loggedEventSchema, participantIdSchema, participantSchema, refusalReasons, type GameId } from "@quickfire/engine";
import { z } from "zod";
import { storedAnswerSchema } from "../stored-answer";
import { eventUuid } from "./event-uuid";
import { gameMovedSchema, originSchema, participantEventSchema, type LogEvent } from "./log-event";

/**
 * An entry of a shard's stream, as a function wrote it. Its body packs what belongs together, mostly in the words in which it
 * came, since Lua has better things to do than to lay it out.
 */
const bodies = {
  joined: z.object({ participant: participantSchema, origin: originSchema }),
  removed: z.object({ participantId: participantIdSchema, origin: originSchema }),
  answers: z.object({
    round: z.int(),
    questionId: z.string(),
    answers: z.array(
      z.object({
        participantId: participantIdSchema,
        receivedAt: z.int(),
        submission: answerSubmissionSchema,
        origin: originSchema,
        stored: storedAnswerSchema.optional(),
        reason: z.enum([...refusalReasons, "CONFLICT"]).optional(),
      }),
    ),
  }),
  moved: z.object({ origin: originSchema.nullable(), events: z.array(loggedEventSchema) }),
  undone: z.object({
    round: z.int(),
    questionId: z.string(),
    origin: originSchema,
    changes: z.array(z.tuple([participantIdSchema, z.int(), z.int()])),
  }),
  standings: z.object({ standings: z.array(z.record(z.string(), z.unknown())) }),
} as const;
type Body = { [Type in keyof typeof bodies]: z.infer<(typeof bodies)[Type]> };

/** What an event says of itself, before its schema has seen it. */
type Told = { type: string } & Record<string, unknown>;

function answerEvents({ round, questionId, answers }: Body["answers"]): Told[] {
  return answers.flatMap(({ participantId, receivedAt, submission, origin, stored, reason }): Told[] => {
    const told = { participantId, receivedAt, submission, origin };
    if (!stored) return [{ ...told, type: "ANSWER_REJECTED", round: round === 0 ? null : round, questionId: submission.questionId, reason }];
    const { answer, correct, points, timeMs, streak, oldScore, score } = stored;
    const submitted = { ...told, type: "ANSWER_SUBMITTED", round, questionId, answer, correct, points, timeMs, streak };
    if (oldScore === score) return [submitted];
    const { actionId } = submission;
    return [submitted, { type: "SCORE_CHANGED", participantId, round, questionId, action: "answer", actionId, oldScore, newScore: score, origin }];
  });
}

const undoneEvents = ({ round, questionId, origin, changes }: Body["undone"]): Told[] =>
  changes.map(([participantId, oldScore, newScore]) => ({ type: "SCORE_CHANGED", participantId, round, questionId, action: "skip", oldScore, newScore, origin }));

function unpack(type: keyof typeof bodies, json: unknown): Told[] {
  switch (type) {
    case "joined": {
      const { participant, origin } = bodies.joined.parse(json);
      return [{ type: "PARTICIPANT_JOINED", ...participant, origin }];
    }
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
      return bodies.standings.parse(json).standings.map((standing) => ({ ...standing, type: "FINAL_STANDING" }));
  }
}

const eventSchema = z.union([participantEventSchema, gameMovedSchema]);

const entrySchema = z.object({
  type: z.literal(["joined", "removed", "answers", "moved", "undone", "standings"]),
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
    return { ...position, at, eventId: eventUuid(position), ...eventSchema.parse(told) };
  });
  return { gameId, epoch, logNumber, at, events };
}
