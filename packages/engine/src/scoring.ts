/** Points for one answer, as CONTRACT ("Points for a right answer") has it. Integers throughout. */

/** An answer this quick earns everything: nobody is asked to react faster than people can. */
const FULL_POINTS_BELOW_MS = 500;

/** At most this much of a slow network is given back. */
const MAX_COMPENSATION_MS = 500;

/** What each further right answer in a row adds, in percent of the question's points, up to the sixth. */
const STREAK_STEP_PERCENT = 10;
const STREAK_STEPS = 5;

export type AnswerWorth = {
  /** The question's points, P. */
  points: number;
  /** How right the answer is, from 0 to 1. */
  share: number;
  elapsedMs: number;
  /** The question's time limit, T, with extensions. */
  limitMs: number;
  /** How much speed weighs, in percent. */
  speedWeight: number;
};

/**
 * P under 500 ms, else round(P · (1 − w · t / T)), times the right share; halves are rounded up. The fraction is formed from
 * integers, so that a half is a half and not 0.4999….
 */
export function pointsForAnswer({ points, share, elapsedMs, limitMs, speedWeight }: AnswerWorth): number {
  const elapsed = Math.min(Math.max(elapsedMs, 0), limitMs);
  const full = elapsed < FULL_POINTS_BELOW_MS ? points : Math.round((points * (100 * limitMs - speedWeight * elapsed)) / (100 * limitMs));
  return Math.round(full * share);
}

/** What a fully right answer earns on top when it is the `streak`-th in a row: +10 % of P from the 2nd, up to +50 % from the 6th. */
export function streakBonus({ points, streak }: { points: number; streak: number }): number {
  const steps = Math.min(Math.max(streak - 1, 0), STREAK_STEPS);
  return Math.round((points * STREAK_STEP_PERCENT * steps) / 100);
}

/**
 * An answer's time without its way up to the server, which is half of the measured round trip. Bounded, because a client
 * can make its round trips look as long as it likes.
 */
export function compensateLatency({ elapsedMs, roundTripMs }: { elapsedMs: number; roundTripMs: number }): number {
  const wayUpMs = Math.min(Math.max(Math.round(roundTripMs / 2), 0), MAX_COMPENSATION_MS);
  return Math.max(0, elapsedMs - wayUpMs);
}
