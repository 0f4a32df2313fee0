/** As many events as one transaction takes. */
export const eventsPerBatch = 1_000;

const smallest = 4;
const largest = 1_000;

/**
 * How many entries to ask each shard for next. An entry holds one event or some hundreds, so what is right follows from what the
 * last reading brought: enough for full batches, and never so much that a long outage's backlog fills the memory.
 */
export function nextEntryCount(count: number, read: { entries: number; events: number }): number {
  if (read.events > 4 * eventsPerBatch) return Math.max(smallest, Math.floor(count / 2));
  if (read.entries >= count && read.events < eventsPerBatch) return Math.min(largest, count * 2);
  return count;
}

/** Cuts a list into parts of at most `size`. */
export function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
}
