const firstMs = 10_000;
const growth = 6;
const mostWindows = 8;

export type TimeWindow = { from: Date | null; to: Date };

/**
 * Stretches of time from the newest to the oldest, each longer than the one before, the last without an end. Events lie in the table
 * as they happened, so one stretch is found by its few pages, and a full page of results is mostly in the first ones.
 */
export function* timeWindows({ from, to }: { from: Date | null; to: Date }): Generator<TimeWindow> {
  let end = to;
  for (let window = 0, ms = firstMs; window < mostWindows; window += 1, ms *= growth) {
    const start = new Date(end.getTime() - ms);
    if (from && start <= from) break;
    yield { from: start, to: end };
    end = start;
  }
  yield { from, to: end };
}
