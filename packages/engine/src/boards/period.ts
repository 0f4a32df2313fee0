/** A stretch of time with a name, from `startsAt` up to, not including, `endsAt`; instants in ms. */
export type Period = { name: string; startsAt: number; endsAt: number };

const dayMs = 24 * 60 * 60 * 1_000;
const thursday = 4;

const startOfDay = (at: number): number => Math.floor(at / dayMs) * dayMs;
const padded = (number: number): string => String(number).padStart(2, "0");

/**
 * The ISO week, in UTC: it begins on Monday, and belongs to the year in which its Thursday lies. Everybody's week is the same one,
 * wherever they live: a board on which some may still score while others may not would be no contest.
 */
export function weekAt(at: number): Period {
  const midnight = startOfDay(at);
  const weekday = new Date(midnight).getUTCDay() || 7;
  const startsAt = midnight - (weekday - 1) * dayMs;
  const middle = startsAt + (thursday - 1) * dayMs;
  const year = new Date(middle).getUTCFullYear();
  const number = Math.floor((middle - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return { name: `${year}-${padded(number)}`, startsAt, endsAt: startsAt + 7 * dayMs };
}

/** The month, in UTC. */
export function monthAt(at: number): Period {
  const day = new Date(at);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  return { name: `${year}-${padded(month + 1)}`, startsAt: Date.UTC(year, month, 1), endsAt: Date.UTC(year, month + 1, 1) };
}

/** The one before: of weeks the week, of months the month. */
export const periodBefore = (period: Period, kind: (at: number) => Period): Period => kind(period.startsAt - 1);

const weekName = /^(\d{4})-(\d{2})$/;

/** The week of this name; null for a name that no week has, such as the 53rd of a year that has 52. */
export function weekNamed(name: string): Period | null {
  const parts = weekName.exec(name);
  if (!parts) return null;
  // The 4th of January lies in the first week of its year.
  const week = weekAt(Date.UTC(Number(parts[1]), 0, 4) + (Number(parts[2]) - 1) * 7 * dayMs);
  return week.name === name ? week : null;
}

/** The month of this name; null for a name that no month has. */
export function monthNamed(name: string): Period | null {
  const parts = weekName.exec(name);
  if (!parts) return null;
  const month = monthAt(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, 1));
  return month.name === name ? month : null;
}
