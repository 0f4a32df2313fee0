/**
 * How long to wait before a child is started again: a quarter of a second, doubled with each end in a row up to ten
 * seconds, and from the beginning after half a minute of health.
 *
 * @returns {{ next: (healthyMs: number) => number }}
 */
export function createBackoff({ firstMs = 250, longestMs = 10_000, healthyAfterMs = 30_000 } = {}) {
  let endsInARow = 0;
  return {
    next(healthyMs) {
      if (healthyMs >= healthyAfterMs) endsInARow = 0;
      const waitMs = Math.min(firstMs * 2 ** endsInARow, longestMs);
      endsInARow += 1;
      return waitMs;
    },
  };
}
