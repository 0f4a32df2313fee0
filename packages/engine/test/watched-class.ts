import { participantIdSchema } from "../src/ids";
import type { WatchedAnswer, WatchedGame, WatchedParticipant } from "../src/anomalies";

/** Chance with a seed (mulberry32), so that a class that was flagged can be looked at again. */
export function createChance(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** Reaction times are skewed: rarely much faster than usual, now and then much slower. */
  const around = (medianMs: number, spread: number) => {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return Math.round(medianMs * Math.exp(spread * normal));
  };
  return { next, around };
}
export type Chance = ReturnType<typeof createChance>;

let made = 0;
export const newParticipantId = () => participantIdSchema.parse(`00000000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`);

const startedAt = Date.UTC(2026, 10, 20, 9);
const roundMs = 12_000;
/** One address and one model of phone for the whole class, as in a school that lends them. */
const device = { ip: "203.0.113.7", userAgent: "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36" };

export const questionsOf = (rounds: number, words = 14) => Array.from({ length: rounds }, (_, index) => ({ round: index + 1, words, mostPoints: 1_500 }));

export function answerOf(round: number, given: { correct: boolean; timeMs: number; choice?: string; gained?: number }): WatchedAnswer {
  const { correct, timeMs, choice = correct ? "right" : "wrong", gained = correct ? 900 : 0 } = given;
  return { round, correct, timeMs, choice, gained, at: startedAt + round * roundMs + timeMs };
}

export function participantOf(answers: WatchedAnswer[], more: Partial<WatchedParticipant> = {}): WatchedParticipant {
  return { participantId: newParticipantId(), userId: null, joinedAt: startedAt, ...device, answers, ...more };
}

/** A pupil: how much they know, how long they take, and when they joined. */
export function pupilOf(chance: Chance, { rounds, knows, medianMs, joinedAfterMs }: { rounds: number; knows: number; medianMs: number; joinedAfterMs: number }): WatchedParticipant {
  const answers = Array.from({ length: rounds }, (_, index) => {
    const correct = chance.next() < knows;
    return answerOf(index + 1, { correct, timeMs: chance.around(medianMs, 0.35), choice: correct ? "right" : `wrong ${Math.floor(chance.next() * 3)}` });
  });
  return participantOf(answers.filter(() => chance.next() < 0.97), { joinedAt: startedAt - 60_000 + joinedAfterMs });
}

/** Thirty pupils behind one address with one model of phone, who join when they are told to. */
export function honestClass(seed: number, { size = 30, rounds = 20, knows = (chance: Chance) => 0.3 + 0.65 * chance.next(), medianMs = (chance: Chance) => 1_800 + 4_000 * chance.next() } = {}): WatchedGame {
  const chance = createChance(seed);
  const participants = Array.from({ length: size }, () =>
    pupilOf(chance, { rounds, knows: knows(chance), medianMs: medianMs(chance), joinedAfterMs: Math.round(chance.next() * 8_000) }));
  return { questions: questionsOf(rounds), participants };
}
