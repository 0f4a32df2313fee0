const firstDelayMs = 1_000;
const longestDelayMs = 20_000;

/**
 * How long to wait before the given try, counted from 1: doubling, up to a limit, and never the same for two players, or
 * a fallen server would be met by all of them at once.
 */
export function backoffMs(attempt: number, random: () => number): number {
  const fullMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  return Math.round(fullMs * (0.5 + random() / 2));
}

/** A node that drains asks its players to go elsewhere at once, though not in the same instant. */
export const spreadMs = (widthMs: number, random: () => number): number => Math.round(widthMs * random());
