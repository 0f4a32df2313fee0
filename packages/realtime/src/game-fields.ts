import { AUTO_START, gameFactsSchema, gameStateSchema, type Flood, type GameFacts, type GameState } from "@quickfire/engine";
import { z } from "zod";
import { createRecentValues } from "./recent-values";

/**
 * The hash of a game. The state lies in it field by field, since functions read and change single ones; the facts are JSON,
 * and what functions need of the settings stands beside them once more.
 */
export type GameFields = Record<string, string>;

const textOf = (value: number | string | boolean | null | undefined): string => {
  if (value === null || value === undefined) return "";
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
};

/** Every field of the state, also the empty ones, so that those of an earlier phase do not stay. */
export function fieldsOfState({ epoch, seq, locked, skippedRounds, dueAt, paused, position }: GameState): GameFields {
  const at: Partial<Record<string, number | string | boolean | null>> = position;
  return {
    epoch,
    seq: textOf(seq),
    locked: textOf(locked),
    skippedRounds: skippedRounds.join(","),
    dueAt: textOf(dueAt),
    pausedAt: textOf(paused?.at),
    pausedRemainingMs: textOf(paused?.remainingMs),
    phase: position.phase,
    round: textOf(at["round"] ?? 0),
    startsAt: textOf(at["startsAt"]),
    endsAt: textOf(at["endsAt"]),
    limitMs: textOf(at["limitMs"]),
    since: textOf(at["since"]),
    interrupted: textOf(at["interrupted"]),
  };
}

export function fieldsOfNewGame(state: GameState): GameFields {
  const { settings } = state.facts;
  const autoStart = settings.start === "auto" ? AUTO_START : null;
  return {
    ...fieldsOfState(state),
    facts: JSON.stringify(state.facts),
    revision: "0",
    feedback: settings.feedback,
    leaderboard: settings.leaderboard,
    leaderboardSize: textOf(settings.leaderboardSize),
    closeWhenAllAnswered: textOf(settings.closeWhenAllAnswered),
    graceMs: textOf(settings.graceMs),
    maxParticipants: textOf(settings.maxParticipants),
    floodLock: textOf(settings.floodLock),
    teams: textOf(settings.teams),
    lobbyDueAt: textOf(state.dueAt),
    autoStartParticipants: textOf(autoStart?.participants),
    autoStartMs: textOf(autoStart?.delayMs),
  };
}

/** A running game as it was read: its state, and what only this package needs. */
export type StoredGame = {
  state: GameState;
  /** What `transition_game` compares: grows with every change of the state. */
  revision: number;
  /** The round in which everyone present has answered. */
  everyoneAnswered: number | null;
  /** The round whose question was opened last; 0 where none was. */
  openedRound: number;
  participants: number;
  /** The last flood that locked the game; gone where the game was rebuilt. */
  flood: Flood | null;
  /** How many of them have a time of their own. */
  ownTimes: number;
  /** How many of them are bots. */
  bots: number;
  /** Redis's time at the last move, behind which time never goes back for this game. */
  movedAt: number;
  /** The position of the newest event. */
  newestEventId: string;
};

const number = z.string().transform((text, context) => {
  const value = Number(text);
  if (text === "" || !Number.isSafeInteger(value)) context.addIssue({ code: "custom", message: `not a whole number: ${text}` });
  return value;
});
const optionalNumber = z.union([z.literal("").transform(() => null), number]).optional().transform((value) => value ?? null);
const flag = z.enum(["", "0", "1"]).transform((text) => text === "1");

const fieldsSchema = z.object({
  facts: z.string(),
  epoch: z.string(),
  seq: number,
  revision: number,
  locked: flag,
  skippedRounds: z.string().transform((text) => (text === "" ? [] : text.split(",").map(Number))),
  dueAt: optionalNumber,
  pausedAt: optionalNumber,
  pausedRemainingMs: optionalNumber,
  phase: z.string(),
  round: number,
  startsAt: optionalNumber,
  endsAt: optionalNumber,
  limitMs: optionalNumber,
  since: optionalNumber,
  interrupted: flag,
  everyoneAnswered: optionalNumber,
  openedRound: optionalNumber,
  participants: optionalNumber,
  floodFrom: optionalNumber,
  floodUntil: optionalNumber,
  ownTimes: optionalNumber,
  bots: optionalNumber,
  movedAt: optionalNumber,
  eventNumber: optionalNumber,
});

const restSchema = gameStateSchema.omit({ facts: true });

/** Reads a game from its hash; null for the empty one that Redis gives where there is no game. */
export type ParseGame = (fields: GameFields) => StoredGame | null;

const factsKept = 500;

/** A parser with a memory for facts: they never change, and are most of what there is to read. */
export function createGameParser(): ParseGame {
  const kept = createRecentValues<string, GameFacts>(factsKept);

  function readFacts(json: string): GameFacts {
    const facts = kept.get(json) ?? gameFactsSchema.parse(JSON.parse(json));
    kept.set(json, facts);
    return facts;
  }

  return (fields) => {
    if (Object.keys(fields).length === 0) return null;
    const read = fieldsSchema.parse(fields);
    const { epoch, seq, locked, skippedRounds, dueAt, pausedAt, pausedRemainingMs } = read;
    const paused = pausedAt === null ? null : { at: pausedAt, remainingMs: pausedRemainingMs };
    const { phase, round, startsAt, endsAt, limitMs, since, interrupted } = read;
    const position = { phase, round, startsAt, endsAt, limitMs, since, interrupted };
    return {
      state: { ...restSchema.parse({ epoch, seq, locked, skippedRounds, dueAt, paused, position }), facts: readFacts(read.facts) },
      revision: read.revision,
      everyoneAnswered: read.everyoneAnswered,
      openedRound: read.openedRound ?? 0,
      participants: read.participants ?? 0,
      flood: read.floodFrom === null || read.floodUntil === null ? null : { from: read.floodFrom, until: read.floodUntil },
      ownTimes: read.ownTimes ?? 0,
      bots: read.bots ?? 0,
      movedAt: read.movedAt ?? 0,
      newestEventId: `${epoch}.${read.eventNumber ?? 0}`,
    };
  };
}

/** What Redis answers to HGETALL from within a function. */
export function fieldsOfFlat(flat: readonly string[]): GameFields {
  const fields: GameFields = {};
  for (let index = 0; index + 1 < flat.length; index += 2) fields[flat[index] ?? ""] = flat[index + 1] ?? "";
  return fields;
}
