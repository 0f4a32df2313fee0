/** One exchange of a heartbeat, by this browser's clock but for `serverTime`. */
export type ClockSample = { sentAt: number; receivedAt: number; serverTime: number };

type Reading = { takenAt: number; offsetMs: number; roundTripMs: number };

/** What this browser knows of the server's clock: add `offsetMs` to its own. */
export type LearnedClock = { offsetMs: number; roundTripMs: number | null; readings: readonly Reading[] };

export const unknownClock: LearnedClock = { offsetMs: 0, roundTripMs: null, readings: [] };

const readingsKept = 12;
/** Two clocks drift apart, so that even the fastest exchange grows old. */
const readingLifeMs = 10 * 60_000;

/** The fastest exchange counts: the less time it took, the less of it could be lopsided. */
export function learnClock(clock: LearnedClock, { sentAt, receivedAt, serverTime }: ClockSample): LearnedClock {
  const roundTripMs = receivedAt - sentAt;
  if (roundTripMs < 0 || !Number.isFinite(serverTime)) return clock;
  const reading: Reading = { takenAt: receivedAt, offsetMs: serverTime - (sentAt + roundTripMs / 2), roundTripMs };
  const readings = [...clock.readings, reading]
    .filter(({ takenAt }) => Math.abs(receivedAt - takenAt) < readingLifeMs)
    .slice(-readingsKept);
  const fastest = readings.reduce((best, next) => (next.roundTripMs < best.roundTripMs ? next : best));
  return { offsetMs: Math.round(fastest.offsetMs), roundTripMs: fastest.roundTripMs, readings };
}

/** A snapshot's time has travelled for an unknown while: good enough until the first heartbeat is back. */
export function guessClock(clock: LearnedClock, { serverTime, receivedAt }: { serverTime: number; receivedAt: number }): LearnedClock {
  if (clock.roundTripMs !== null || !Number.isFinite(serverTime)) return clock;
  return { ...clock, offsetMs: Math.round(serverTime - receivedAt) };
}

/** This browser's own clock was set, or slept: what was learned of it no longer holds. */
export const forgetReadings = (clock: LearnedClock): LearnedClock => ({ ...clock, roundTripMs: null, readings: [] });
