import { z } from "zod";
import { phases } from "./game-state";
import { questionIdSchema, quizVersionIdSchema } from "./ids";

/** Who moved a game: its host, its clock, or the last of the players to answer. */
export const movers = ["host", "clock", "everyone-answered"] as const;
export type Mover = (typeof movers)[number];

const by = z.enum(movers);
const asked = { round: z.int(), questionId: questionIdSchema };
const instant = z.int();

/** What a transition leaves in the durable log: one entry a thing that happened. Instants are milliseconds of Redis's clock. */
export const loggedEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("GAME_STARTED"), body: z.object({ by, rounds: z.int(), quizVersionId: quizVersionIdSchema }) }),
  /** Every change of phase; the entries beside it say what it meant. */
  z.object({ type: z.literal("PHASE_CHANGED"), body: z.object({ by, from: z.enum(phases), to: z.enum(phases), round: z.int(), seq: z.int() }) }),
  z.object({ type: z.literal("QUESTION_OPENED"), body: z.object({ ...asked, startsAt: instant, endsAt: instant, limitMs: z.int(), points: z.int() }) }),
  z.object({ type: z.literal("QUESTION_CLOSED"), body: z.object({ ...asked, by, closedAt: instant }) }),
  /** `opened`: answers had already been taken; their points and their place in the streaks are undone. */
  z.object({ type: z.literal("ROUND_SKIPPED"), body: z.object({ ...asked, opened: z.boolean() }) }),
  /** After its reveal the host took the question back: it counts as little as a skipped one, and the answers to it stay in the log. */
  z.object({ type: z.literal("ROUND_VOIDED"), body: z.object(asked) }),
  z.object({ type: z.literal("GAME_PAUSED"), body: z.object({ phase: z.enum(phases), round: z.int(), remainingMs: z.int() }) }),
  z.object({ type: z.literal("GAME_RESUMED"), body: z.object({ phase: z.enum(phases), round: z.int(), pausedMs: z.int() }) }),
  z.object({ type: z.literal("QUESTION_EXTENDED"), body: z.object({ ...asked, addedMs: z.int(), limitMs: z.int(), endsAt: instant }) }),
  z.object({ type: z.literal("GAME_LOCKED"), body: z.object({ locked: z.boolean() }) }),
  z.object({ type: z.literal("GAME_ENDED"), body: z.object({ by, round: z.int(), interrupted: z.boolean(), skippedRounds: z.array(z.int()).readonly() }) }),
]);
export type LoggedEvent = z.infer<typeof loggedEventSchema>;
