import { parseLogEntry, type LogEntry } from "./log-entry";
import type { StreamEntry } from "./stream-replies";

/** One entry on its way to Postgres. One that can't be read has a `problem` instead; it must be put aside, never dropped. */
export type LogDelivery = { shard: number; entryId: string; fields: Record<string, string> } & ({ entry: LogEntry } | { problem: string });

export function toDelivery(shard: number, [entryId, fields]: StreamEntry): LogDelivery {
  const found = { shard, entryId, fields: fields ?? {} };
  try {
    return { ...found, entry: parseLogEntry(found.fields) };
  } catch (error) {
    return { ...found, problem: error instanceof Error ? error.message : String(error) };
  }
}
