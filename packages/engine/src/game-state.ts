import { z } from "zod";
import { gameIdSchema, pinSchema, quizIdSchema, quizVersionIdSchema, userIdSchema } from "./ids";
import { gameSettingsSchema } from "./settings";

export const phases = ["lobby", "countdown", "question", "reveal", "standings", "podium", "ended"] as const;
export type Phase = (typeof phases)[number];

/** What stays the same from the moment a game is made. */
export const gameFactsSchema = z.object({
  gameId: gameIdSchema,
  pin: pinSchema,
  quizId: quizIdSchema,
  quizVersionId: quizVersionIdSchema,
  hostUserId: userIdSchema,
  title: z.string(),
  rounds: z.int().min(1),
  settings: gameSettingsSchema,
  createdAt: z.int(),
});
export type GameFacts = z.infer<typeof gameFactsSchema>;

const instant = z.int();
const round = z.int().min(1);

/** The moment of a game, one shape a phase. */
const positionSchema = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("lobby"), startsAt: instant.nullable() }),
  /** The question of `round` opens at `endsAt`. */
  z.object({ phase: z.literal("countdown"), round, startsAt: instant, endsAt: instant }),
  /** `limitMs` is the time limit with extensions, what an answer's time is measured against. */
  z.object({ phase: z.literal("question"), round, startsAt: instant, endsAt: instant, limitMs: z.int() }),
  /** `startsAt` and `endsAt` are still the question's, for whoever comes in late. */
  z.object({ phase: z.literal("reveal"), round, since: instant, startsAt: instant, endsAt: instant }),
  z.object({ phase: z.literal("standings"), round, since: instant }),
  z.object({ phase: z.literal("podium"), round, since: instant }),
  /** `interrupted`: it never came to the podium. `round` is 0 where it never came to a question. */
  z.object({ phase: z.literal("ended"), round: z.int().min(0), since: instant, interrupted: z.boolean() }),
]);

/**
 * Where a game stands. All instants are milliseconds of Redis's clock.
 * `round` counts from 1. `seq` grows with each change of phase, pause, resume, extension and lock.
 */
export const gameStateSchema = z.object({
  facts: gameFactsSchema,
  epoch: z.string(),
  seq: z.int(),
  locked: z.boolean(),
  /** The rounds that were skipped or voided: their points do not count. */
  skippedRounds: z.array(round).readonly(),
  /** The instant at which the game moves on by itself; null only once it has ended. */
  dueAt: instant.nullable(),
  /** Set while paused: how much was left of the running wait, and when the pause began. */
  paused: z.object({ at: instant, remainingMs: z.int() }).nullable(),
  position: positionSchema,
});
export type GameState = z.infer<typeof gameStateSchema>;

/** Where a game in one of these phases stands. */
export type Position<In extends Phase = Phase> = Extract<GameState["position"], { phase: In }>;

/** The round in which a game is; 0 in the lobby. */
export const roundOf = ({ position }: GameState): number => (position.phase === "lobby" ? 0 : position.round);

export const hostCommandNames = ["start", "pause", "resume", "reveal", "skip", "void", "next", "back", "extend", "lock", "unlock", "end"] as const;
export type HostCommandName = (typeof hostCommandNames)[number];

/** What a host can order; only `extend` says by how much. */
export type HostCommand = { name: Exclude<HostCommandName, "extend"> } | { name: "extend"; seconds: number };

/** What moves a game: the host, or the clock (`tick`: the game's `dueAt` has come, or everyone present has answered). */
export type GameCommand = HostCommand | { name: "tick" } | { name: "everyone-answered"; round: number };

export type TransitionFailure = "WRONG_PHASE" | "NOT_DUE";
