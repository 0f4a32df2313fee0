import { roundOf, type GameState, type Position } from "./game-state";
import { InvariantError } from "./result";
import type { StoredQuestion } from "./question-types";
import type { QuizVersion } from "./quiz";

/** How long a game waits for what. All spans in milliseconds. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A question is told this long before it opens, so that a slow network does not see it late. */
export const LEAD_MS = 400;

export { MAX_LIMIT_MS } from "./longest-limit";

/** With `start: auto`: the lobby waits this long from the moment at which enough people are present. */
export const AUTO_START = { participants: 3, delayMs: 5 * SECOND } as const;

/** With `pace: auto`: how long each screen stands. */
const REVEAL_MS = 6 * SECOND;
const STANDINGS_MS = 5 * SECOND;
const PODIUM_MS = 10 * SECOND;

/** An explanation is read at about 200 words a minute, and nobody waits longer than this for slow readers. */
const READING_MS_PER_CHARACTER = 60;
const LONGEST_READING_MS = 30 * SECOND;

/** A game that its host has forgotten ends by itself. */
export const FORGOTTEN_MS = { lobby: 24 * HOUR, wait: 6 * HOUR, podium: 10 * MINUTE } as const;

export const limitMsOf = (question: StoredQuestion): number => question.timeLimit * SECOND;

/** The question of a round; rounds are counted from 1. */
export function questionOf(quiz: Pick<QuizVersion, "questions">, round: number): StoredQuestion {
  const question = quiz.questions[round - 1];
  if (!question) throw new InvariantError(`the quiz has no question for round ${round}`);
  return question;
}

const readingMs = (question: StoredQuestion): number =>
  Math.min([...(question.explanation ?? "")].length * READING_MS_PER_CHARACTER, LONGEST_READING_MS);

/** The automatic start, or the end of a lobby that nobody has started. */
export const lobbyDueAt = (facts: GameState["facts"], startsAt: number | null): number => startsAt ?? facts.createdAt + FORGOTTEN_MS.lobby;

/** When the game, which has just come to `position` and is not paused, moves on by itself. */
export function dueAtOf({ facts, position, quiz }: { facts: GameState["facts"]; position: Position; quiz: QuizVersion }): number | null {
  const { settings } = facts;
  const walks = settings.pace === "auto";
  switch (position.phase) {
    case "lobby":
      return lobbyDueAt(facts, position.startsAt);
    case "countdown":
      return Math.max(position.startsAt, position.endsAt - LEAD_MS);
    case "question":
      return position.endsAt + settings.graceMs;
    case "reveal":
      return position.since + (walks ? REVEAL_MS + readingMs(questionOf(quiz, position.round)) : FORGOTTEN_MS.wait);
    case "standings":
      return position.since + (walks ? STANDINGS_MS : FORGOTTEN_MS.wait);
    case "podium":
      return position.since + (walks ? PODIUM_MS : FORGOTTEN_MS.podium);
    case "ended":
      return null;
  }
}

/**
 * When what is on the screen ends, as players are told; null where it waits for the host. While paused it is the end that it
 * would have if it went on at `now`, so that what is left stands still.
 */
export function endTimeOf(state: GameState, now: number): number | null {
  const { position, facts, paused } = state;
  const shift = paused ? now - paused.at : 0;
  switch (position.phase) {
    case "lobby":
      return position.startsAt;
    case "countdown":
    case "question":
      return position.endsAt + shift;
    case "reveal":
    case "standings":
    case "podium":
      if (facts.settings.pace !== "auto") return null;
      return paused ? now + paused.remainingMs : state.dueAt;
    case "ended":
      return null;
  }
}

/** When what is on the screen began or begins: the opening of a question; null in phases without a beginning that counts. */
export function startTimeOf({ position, paused }: GameState, now: number): number | null {
  if (position.phase !== "countdown" && position.phase !== "question") return null;
  return position.startsAt + (paused ? now - paused.at : 0);
}

export const isLastRound = (state: GameState): boolean => roundOf(state) >= state.facts.rounds;
