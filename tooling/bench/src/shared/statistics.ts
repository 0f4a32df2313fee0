import type { Usage } from "./serve-commands";

export type Spread = { median: number; min: number; max: number };

/** The value below which the share `q` of all lies: the nearest one that was measured, nothing in between is made up. */
export function quantile(values: ArrayLike<number>, q: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle one; of an even number, halfway between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** Rounds in which each variant comes at each place about as often, so that no one always has the warm machine. */
export function alternate<Item>(items: readonly Item[], rounds: number): Item[][] {
  return Array.from({ length: rounds }, (_, round) => {
    const shift = Math.floor(round / 2) % items.length;
    const rotated = [...items.slice(shift), ...items.slice(0, shift)];
    return round % 2 === 0 ? rotated : rotated.reverse();
  });
}

/** Few enough digits to be read, enough to be compared. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

export function roundedSpread(values: readonly number[]): Spread {
  const { median, min, max } = spreadOf(values);
  return { median: rounded(median), min: rounded(min), max: rounded(max) };
}

/** What was used between two looks at a process, in microseconds. */
export function microsBetween(before: Usage, after: Usage): number {
  return after.user - before.user + after.system - before.system;
}

/** How much of one core that was, from 0 to 1 (and above with threads). */
export const shareOfCore = (micros: number, elapsedMs: number): number => micros / 1_000 / elapsedMs;
