import { isRefusedByValue } from "@quickfire/db";
import { writeDeadLetter, writeLogRows } from "@quickfire/db/log";
import type { LogDelivery, LogEvent } from "@quickfire/realtime";
import type { Sql } from "postgres";
import { eventsPerBatch, inParts } from "./batch-size";
import { logRowsOf } from "./log-rows-of";

/** An event, and where it was delivered. */
type Delivered = { shard: number; entryId: string; event: LogEvent };

export type Stored = { events: number; buried: number };

type OnBuried = (reason: string, delivery: { shard: number; entryId: string }) => void;
type Unstorable = { shard: number; entryId: string; index: number | null; gameId: string | null; content: unknown };

/**
 * Puts everything that was delivered into Postgres: a batch a transaction, and aside what can't be read or stored. Whoever gets
 * an answer may acknowledge; whoever gets an error tries again, with the same result.
 */
export async function storeDeliveries(sql: Sql, deliveries: readonly LogDelivery[], onBuried: OnBuried): Promise<Stored> {
  const stored = { events: 0, buried: 0 };

  async function bury({ shard, entryId, index, gameId, content }: Unstorable, reason: string): Promise<void> {
    await writeDeadLetter(sql, { shard: String(shard), entryId, index, gameId, content, reason });
    stored.buried += 1;
    onBuried(reason, { shard, entryId });
  }

  /** Halves a batch that is refused until the event is found that Postgres won't have; all the others are stored. */
  async function store(batch: Delivered[]): Promise<void> {
    try {
      await writeLogRows(sql, logRowsOf(batch.map(({ event }) => event)));
      stored.events += batch.length;
    } catch (error) {
      if (!isRefusedByValue(error)) throw error;
      const [only, ...others] = batch;
      if (only && others.length === 0) {
        const { shard, entryId, event } = only;
        return bury({ shard, entryId, index: event.index, gameId: event.gameId, content: event }, String(error));
      }
      for (const half of inParts(batch, Math.ceil(batch.length / 2))) await store(half);
    }
  }

  for (const delivery of deliveries) {
    if ("entry" in delivery) continue;
    const { fields, problem } = delivery;
    await bury({ ...delivery, index: null, gameId: fields["game"] ?? null, content: fields }, problem);
  }
  const delivered = deliveries.flatMap((delivery): Delivered[] => ("entry" in delivery ? delivery.entry.events.map((event) => ({ ...delivery, event })) : []));
  for (const batch of inParts(delivered, eventsPerBatch)) await store(batch);
  return stored;
}
