import { z } from "zod";
import { gameIdSchema, optionIdSchema, participantIdSchema, questionIdSchema } from "./ids";
import type { OwnTime } from "./own-time";
import { ownTimeSchema } from "./own-time-schema";
import { phases } from "./game-state";
import { questionTypeNames } from "./question-types/question-type-names";

/**
 * The live messages of CONTRACT.md, section 3: the same payloads on the plain-JSON socket and in tRPC's `live.events`.
 * Instants on the wire are ISO 8601 in UTC.
 */
const instant = z.iso.datetime();

export const refusalReasons = ["WRONG_QUESTION", "TOO_EARLY", "TOO_LATE", "NOT_IN_GAME", "PAUSED", "RATE_LIMITED", "BUSY", "BAD_ANSWER"] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export const socketErrorReasons = ["BAD_MESSAGE", "UNKNOWN_TYPE", "RATE_LIMITED", "BUSY", "GAME_ENDED", "REMOVED", "INTERNAL"] as const;

export const standingSchema = z.object({ participantId: participantIdSchema, name: z.string(), score: z.int(), rank: z.int() });
export type Standing = z.infer<typeof standingSchema>;

/** A row of the teams' board, see `teams/team-score.ts`; the score has one decimal. */
export const teamStandingSchema = z.object({ team: z.int(), score: z.number(), rank: z.int(), members: z.int() });

/** How many are in each team, team 1 first; only in games with teams. */
const teamSizes = z.array(z.int()).optional();
/** The teams' board, as of the same moment as the one of the players; only in games with teams. */
const teams = z.array(teamStandingSchema).optional();

export const mediaSchema = z.object({ image: z.string().optional(), audio: z.string().optional(), alt: z.string().optional() });

export const openQuestionSchema = z.object({
  questionId: questionIdSchema,
  text: z.string(),
  options: z.array(z.string()),
  optionIds: z.array(optionIdSchema),
  type: z.enum(questionTypeNames),
  media: mediaSchema.optional(),
  /** Of a text with gaps: what stands around them, one piece more than there are gaps. */
  parts: z.array(z.string()).optional(),
  /** Of pairs: the sides that stand still; the options are those to be put beside them. */
  left: z.array(z.string()).optional(),
  /** Of a number: what it lies between, where that is bounded, and what it counts. */
  range: z.object({ min: z.number().optional(), max: z.number().optional(), unit: z.string() }).optional(),
  /** Of a dictation without a sound file: what the browser speaks. It has to be known before the reveal, by its nature. */
  speech: z.string().optional(),
  round: z.int(),
  rounds: z.int(),
  startTime: instant,
  endTime: instant,
});
export type OpenQuestion = z.infer<typeof openQuestionSchema>;

export const tallySchema = z.object({
  answered: z.int(),
  right: z.int(),
  options: z.record(z.string(), z.int()).optional(),
  texts: z.array(z.object({ text: z.string(), n: z.int() })).optional(),
});
export type Tally = z.infer<typeof tallySchema>;

const empty = z.object({});

/** What goes to all in a game, each serialised once. */
export const gameEventPayloads = {
  lobby_changed: z.object({
    participants: z.int(),
    startsAt: instant.optional(),
    /** The latest to come in (at most 20 an event), newest last. */
    joined: z.array(z.object({ participantId: participantIdSchema, name: z.string(), avatar: z.int(), team: z.int().optional(), bot: z.literal(true).optional() })).optional(),
    left: z.array(participantIdSchema).optional(),
    teamSizes,
  }),
  /** Every change of phase, so that a client need not guess it; `endTime` where the phase has one. */
  phase_changed: z.object({ phase: z.enum(phases), round: z.int(), rounds: z.int(), seq: z.int(), startTime: instant.optional(), endTime: instant.optional() }),
  game_paused: empty,
  /** The times of the phase that goes on; none where the host moved the game on instead. */
  game_resumed: z.object({ startTime: instant.optional(), endTime: instant.optional() }),
  /** `flood`: it locked itself, since far too many came in at once. */
  game_locked: z.object({ locked: z.boolean(), flood: z.literal(true).optional() }),
  question_extended: z.object({ questionId: questionIdSchema, endTime: instant }),
  new_question: openQuestionSchema,
  question_closed: z.object({
    questionId: questionIdSchema,
    correct: z.union([z.array(optionIdSchema), z.record(z.string(), z.unknown())]),
    explanation: z.string().optional(),
    tally: tallySchema,
  }),
  question_skipped: z.object({ questionId: questionIdSchema, round: z.int() }),
  /** After the reveal: the points for it are taken back. */
  question_voided: z.object({ questionId: questionIdSchema, round: z.int() }),
  participant_renamed: z.object({ participantId: participantIdSchema, name: z.string() }),
  participant_removed: z.object({ participantId: participantIdSchema }),
  /** The host has moved somebody to another team, which happens in the lobby only. */
  team_changed: z.object({ participantId: participantIdSchema, team: z.int(), teamSizes }),
  leaderboard_changed: z.object({ leaderboard: z.array(standingSchema), teams }),
  game_recovering: empty,
  quiz_ended: z.object({ finalLeaderboard: z.array(standingSchema), teams, interrupted: z.literal(true).optional() }),
} as const;
export type GameEventType = keyof typeof gameEventPayloads;
export type GameEvent = { [Type in GameEventType]: { type: Type; payload: z.infer<(typeof gameEventPayloads)[Type]> } }[GameEventType];

export const yourStandingSchema = z.object({
  questionId: questionIdSchema.optional(),
  correct: z.boolean().optional(),
  points: z.int().optional(),
  streak: z.int(),
  score: z.int(),
  rank: z.int(),
  /** Points missing to the next better score; absent for those in front. */
  gapToNext: z.int().optional(),
});
export type YourStanding = z.infer<typeof yourStandingSchema>;

export const answerResultSchema = z.object({
  questionId: z.string(),
  actionId: z.string().optional(),
  accepted: z.boolean(),
  reason: z.enum(refusalReasons).optional(),
  repeated: z.literal(true).optional(),
  conflict: z.literal(true).optional(),
  score: z.int().optional(),
  correct: z.boolean().optional(),
  points: z.int().optional(),
  /** With `BUSY` and `RATE_LIMITED`: when the same answer may be sent again. */
  retryAfterMs: z.int().optional(),
});
export type AnswerResult = z.infer<typeof answerResultSchema>;

export const snapshotSchema = z.object({
  phase: z.enum(phases),
  paused: z.boolean(),
  round: z.int(),
  rounds: z.int(),
  seq: z.int(),
  /** The ws-server that serves this socket. */
  node: z.string(),
  graceMs: z.int(),
  gameId: gameIdSchema,
  title: z.string(),
  /** Of the quiz, so that it is read out in its own language. */
  language: z.string().optional(),
  locked: z.boolean(),
  participants: z.int(),
  show: z.enum(["full", "optionsOnly"]),
  feedback: z.enum(["reveal", "instant"]),
  question: openQuestionSchema.optional(),
  /** Phases with an end (countdown, question, waits of the automatic pace, the automatic start). */
  endTime: instant.optional(),
  /** The last question's reveal, in `reveal` and `standings`. */
  closed: gameEventPayloads.question_closed.optional(),
  /** The question of this round was voided: it counts for nobody. */
  voided: z.literal(true).optional(),
  you: z.object({
    participantId: participantIdSchema,
    name: z.string(),
    avatar: z.int(),
    team: z.int().optional(),
    /** How long they have, in percent of what the question says; 0 is no timer. Nobody else is told. */
    ownTime: ownTimeSchema.optional(),
    score: z.int(),
    rank: z.int(),
    streak: z.int(),
    /** Whether the current question has this player's answer, and which. */
    answered: z.boolean(),
    answer: z.unknown().optional(),
    /** Of the last closed question, in `reveal` and `standings`. */
    last: z.object({ correct: z.boolean(), points: z.int() }).optional(),
  }).optional(),
  leaderboard: z.array(standingSchema),
  teams,
  teamSizes,
  interrupted: z.literal(true).optional(),
  serverTime: instant,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What goes to one socket only. */
export type PersonalMessage =
  | { type: "snapshot"; payload: Snapshot }
  | { type: "your_standing"; payload: YourStanding }
  | { type: "your_time"; payload: { percent: OwnTime } }
  | { type: "answer_result"; payload: AnswerResult }
  | { type: "leaderboard_data"; payload: { leaderboard: Standing[] } }
  | { type: "heartbeat"; payload: { sentAt?: string | number; serverTime: string } }
  | { type: "error"; payload: { reason: (typeof socketErrorReasons)[number]; details: Record<string, unknown> } };

export const rosterEntrySchema = z.object({
  participantId: participantIdSchema,
  name: z.string(),
  avatar: z.int(),
  team: z.int().optional(),
  bot: z.literal(true).optional(),
  /** For the host alone, never for the screen. */
  ownTime: ownTimeSchema.optional(),
  present: z.boolean(),
  answered: z.boolean(),
});
export type RosterEntry = z.infer<typeof rosterEntrySchema>;

/** The result of an earlier round, as at its reveal. */
export const shownResultSchema = z.object({ question: openQuestionSchema, closed: gameEventPayloads.question_closed, /** It counts for nobody. */ voided: z.boolean() });
export type ShownResult = z.infer<typeof shownResultSchema>;

/** What only the host and the big screen get, beside the events of the game: counts and people, thinned to the 500 ms tick. */
export const hostMessageSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("progress"),
    payload: z.object({
      participants: z.int(),
      present: z.int(),
      answered: z.int(),
      /** For the host only, never for the screen. */
      tally: tallySchema.optional(),
    }),
  }),
  /** At most 500 people; `total` says how many there are. */
  /** To the host: what has happened waits to be stored, so reports lag; the game goes on meanwhile. Told when it begins and when it is over. */
  z.object({ type: z.literal("saving"), payload: z.object({ waiting: z.boolean() }) }),
  /** The host shows an earlier result on every stage, as long as the game is at this `seq`; null where they are done with it. Phones hear nothing. */
  z.object({ type: z.literal("result_shown"), payload: z.object({ seq: z.int(), result: shownResultSchema.nullable() }) }),
  z.object({ type: z.literal("roster"), payload: z.object({ people: z.array(rosterEntrySchema), total: z.int() }) }),
]);
export type HostMessage = z.infer<typeof hostMessageSchema>;

export type ServerMessage = (GameEvent | PersonalMessage) & { id?: string };

export const answerSubmissionSchema = z.strictObject({
  questionId: z.string().max(64),
  selectedOption: z.union([z.string().max(500), z.int()]).optional(),
  answer: z.record(z.string(), z.unknown()).optional(),
  answeredAt: z.union([z.string().max(40), z.number()]).optional(),
  actionId: z.string().min(1).max(64).optional(),
}).refine((submission) => (submission.selectedOption === undefined) !== (submission.answer === undefined), "exactly one of selectedOption and answer");
export type AnswerSubmission = z.infer<typeof answerSubmissionSchema>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isTextUpTo = (longest: number, value: unknown) => typeof value === "string" && value.length <= longest;

/**
 * Whether this is an answer in the words of nearly every phone: an option, by its id or text, and nothing that the schema would have to look
 * at closely. True only of what the schema takes as it is, in a tenth of its time, which counts where everybody answers at once; of anything
 * else the schema has to judge.
 */
export function isPlainSubmission(value: unknown): value is AnswerSubmission {
  if (!isRecord(value)) return false;
  let hasQuestion = false;
  let hasOption = false;
  // Without a list of what it holds: making one would be most of the work.
  for (const key in value) {
    const held = value[key];
    if (key === "questionId" && isTextUpTo(64, held)) hasQuestion = true;
    else if (key === "selectedOption" && isTextUpTo(500, held)) hasOption = true;
    else if (!(key === "answeredAt" && isTextUpTo(40, held)) && !(key === "actionId" && isTextUpTo(64, held) && held !== "")) return false;
  }
  return hasQuestion && hasOption;
}

export const clientMessageSchemas = {
  answer_submission: answerSubmissionSchema,
  get_leaderboard: z.strictObject({}),
  heartbeat: z.strictObject({ sentAt: z.union([z.string().max(40), z.number()]).optional() }),
} as const;
