import {
  gameFactsSchema, gameIdSchema, gameStateSchema, loggedEventSchema, ownTimeSchema, participantIdSchema, participantSchema, questionIdSchema, refusalReasons, userIdSchema,
  type GameId,
} from "@quickfire/engine";
import { z } from "zod";
import { eventUuidsOf } from "./event-uuid";
import type { GameMovedEvent, LogEvent, LifeEvent, ParticipantEvent } from "./log-event";
import { readPackedAnswers } from "./packed-answers";

const originSchema = z.object({ ip: z.string().nullable(), userAgent: z.string().nullable() });

const outcomeNumbers = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int(), z.int()]);
const refusal = z.tuple([z.coerce.number().int(), z.enum([...refusalReasons, "CONFLICT"])]);
type LoggedOutcome =
  | { receivedAt: number; reason: z.infer<typeof refusal>[1] }
  | { receivedAt: number; points: number; timeMs: number; streak: number; oldScore: number; score: number };

/** `at,points,timeMs,streak,oldScore,score` of an answer that counted, `at,reason` of one that was refused; null for a repeat, of which there is nothing to tell. */
function readLoggedOutcome(text: string): LoggedOutcome | null {
  if (text === "") return null;
  const fields = text.split(",");
  if (fields.length === 2) {
    const [receivedAt, reason] = refusal.parse(fields);
    return { receivedAt, reason };
  }
  const [receivedAt, points, timeMs, streak, oldScore, score] = outcomeNumbers.parse(fields.map(Number));
  return { receivedAt, points, timeMs, streak, oldScore, score };
}

/**
 * An entry of a shard's stream, as a function wrote it. Its body packs what belongs together, mostly in the words in which it
 * came, since Lua has better things to do than to lay it out.
 */
const bodies = {
  created: gameFactsSchema,
  rebuilt: z.object({ state: gameStateSchema.omit({ facts: true }), openedRound: z.int(), storedEvents: z.int().optional() }),
  joined: z.object({ participant: participantSchema, idempotency: z.object({ key: z.string(), bodyHash: z.string() }).optional(), origin: originSchema }),
  team: z.object({ participantId: participantIdSchema, team: z.int(), origin: originSchema }),
  renamed: z.object({ participantId: participantIdSchema, name: z.string(), formerName: z.string(), origin: originSchema }),
  removed: z.object({ participantId: participantIdSchema, origin: originSchema }),
  time: z.object({ participantId: participantIdSchema, percent: ownTimeSchema, origin: originSchema }),
  answers: z.object({
    round: z.int(),
    /** Empty where the round is 0: of a question that is none of the quiz. */
    questionId: z.union([questionIdSchema, z.literal("")]),
    /** What became of each answer, in the order in which they were given. */
    outcomes: z.string().transform((text) => text.split(";").map(readLoggedOutcome)),
    kinds: z.string(),
    answers: z.string(),
    told: z.string(),
  }),
  moved: z.object({ origin: originSchema.nullable(), events: z.array(loggedEventSchema) }),
  undone: z.object({
    /** Entries of earlier versions know of skipping only. */
    action: z.enum(["skip", "void"]).default("skip"),
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

function answerEvents({ round, questionId, outcomes, ...packed }: Body["answers"]): Told[] {
  const given = readPackedAnswers(questionId, packed);
  if (outcomes.length !== given.length) throw new Error(`${given.length} answers have ${outcomes.length} outcomes`);
  return given.flatMap(({ participantId, submission, origin, answer, correct }, place): Told[] => {
    const outcome = outcomes[place];
    if (!outcome) return [];
    const { receivedAt } = outcome;
    if ("reason" in outcome) return [{ participantId, receivedAt, submission, origin, type: "ANSWER_REJECTED", round: round === 0 ? null : round, questionId: submission.questionId, reason: outcome.reason }];
    if (questionId === "") throw new Error("an answer was counted for a question that is none of the quiz");
    const { points, timeMs, streak, oldScore, score } = outcome;
    // Spelled out: spreading what both kinds share into each would double what unpacking costs.
    const submitted: Told = { participantId, receivedAt, submission, origin, type: "ANSWER_SUBMITTED", round, questionId, answer, correct, points, timeMs, streak };
    if (oldScore === score) return [submitted];
    const { actionId } = submission;
    return [submitted, { type: "SCORE_CHANGED", participantId, round, questionId, action: "answer", actionId, oldScore, newScore: score, origin }];
  });
}

const undoneEvents = ({ action, round, questionId, origin, changes }: Body["undone"]): Told[] =>
  changes.map(([participantId, oldScore, newScore]) => ({ type: "SCORE_CHANGED", participantId, round, questionId, action, oldScore, newScore, origin }));

function joinedEvent({ participant, idempotency, origin }: Body["joined"]): Told {
  const { participantId, name, avatar, team, fromRound, userId, bot } = participant;
  return { type: "PARTICIPANT_JOINED", participantId, name, avatar, team, fromRound, userId, bot, idempotency, origin };
}

function unpack(type: keyof typeof bodies, json: unknown): Told[] {
  switch (type) {
    case "created":
      return [{ type: "GAME_CREATED", facts: bodies.created.parse(json) }];
    case "rebuilt":
      return [{ type: "GAME_REBUILT", ...bodies.rebuilt.parse(json) }];
    case "joined":
      return [joinedEvent(bodies.joined.parse(json))];
    case "team":
      return [{ type: "TEAM_CHANGED", ...bodies.team.parse(json) }];
    case "renamed":
      return [{ type: "PARTICIPANT_RENAMED", ...bodies.renamed.parse(json) }];
    case "removed":
      return [{ type: "PARTICIPANT_REMOVED", ...bodies.removed.parse(json) }];
    case "time":
      return [{ type: "TIME_GIVEN", ...bodies.time.parse(json) }];
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
  type: z.literal(["created", "rebuilt", "joined", "team", "renamed", "removed", "time", "answers", "moved", "undone", "standings"]),
  game: gameIdSchema,
  epoch: z.string().min(1),
  at: z.coerce.number().int(),
  seq: z.coerce.number().int(),
  body: z.string(),
  /** Of answers, what came in: as it was given to Redis, beside what became of it. */
  kinds: z.string().optional(),
  answers: z.string().optional(),
  told: z.string().optional(),
});

export type LogEntry = { gameId: GameId; epoch: string; logNumber: number; at: number; events: LogEvent[] };

/** Throws where the fields are none that this version of the functions writes. */
export function parseLogEntry(fields: Record<string, string>): LogEntry {
  const { type, game: gameId, epoch, at, seq: logNumber, body, ...given } = entrySchema.parse(fields);
  const idAt = eventUuidsOf({ gameId, epoch, logNumber });
  const json = z.looseObject({}).parse(JSON.parse(body));
  const events = unpack(type, type === "answers" ? { ...json, ...given } : json).map((event, index): LogEvent => ({ gameId, epoch, logNumber, index, at, eventId: idAt(index), ...event }));
  return { gameId, epoch, logNumber, at, events };
}
