import type { GameEpoch } from "@quickfire/db/log";
import type { GameId } from "@quickfire/engine";
import type { LogDelivery, LogReader } from "@quickfire/realtime";
import { type Logger, type Metrics, timed, type Tracing } from "@quickfire/telemetry";
import type { Sql } from "postgres";
import type { RedisGuard } from "../recovery/guard-redis";
import { untilDone } from "../until-done";
import { nextEntryCount } from "./batch-size";
import { storeDeliveries } from "./store-deliveries";
import { traceStored } from "./trace-stored";
import type { GameVerifier, StoredGames } from "./verify-ended-games";

const blockMs = 1_000;
const housekeepingEveryMs = 5_000;
/** How long a worker may hold entries before another one takes them over; both storing them does no harm. */
const orphanedAfterMs = 15_000;
/** What is stored is kept for a while, for whoever wants to look at it. */
const keepMs = 60_000;

export type LogSaver = {
  /** Until it is stopped; finishes the batch that it has in hand. */
  run(signal: AbortSignal): Promise<void>;
  /** False while Redis or Postgres is away: nothing is lost then, but nothing is saved. */
  isSaving(): boolean;
};

export type LogSaverOptions = { reader: LogReader; sql: Sql; verifier: GameVerifier; guard: RedisGuard; logger: Logger; metrics: Metrics; tracing?: Tracing; now?: () => number };

/** Each game of which something was delivered, in the lives in Redis that it is from. */
function livesOf(deliveries: readonly LogDelivery[]): GameEpoch[] {
  const lives = new Map<string, GameEpoch>();
  for (const delivery of deliveries) {
    if (!("entry" in delivery)) continue;
    const { gameId, epoch } = delivery.entry;
    lives.set(`${gameId} ${epoch}`, { gameId, epoch });
  }
  return [...lives.values()];
}

function gamesOf(deliveries: readonly LogDelivery[]): StoredGames {
  const games = new Map<GameId, string[]>();
  for (const delivery of deliveries) {
    if (!("entry" in delivery)) continue;
    const { gameId, events } = delivery.entry;
    const known = games.get(gameId);
    if (!known) games.set(gameId, events.map(({ eventId }) => eventId));
    else for (const { eventId } of events) known.push(eventId);
  }
  return games;
}

/** Reads, stores, acknowledges: in this order, so that an entry that was not stored comes again. */
export function createLogSaver({ reader, sql, verifier, guard, logger, metrics, tracing, now = Date.now }: LogSaverOptions): LogSaver {
  let saving = false;

  const onBuried = (reason: string, delivery: { shard: number; entryId: string }) => {
    metrics.errors.inc({ place: "dead-letter" });
    metrics.deadLetters.inc();
    logger.error({ ...delivery, reason }, "an event can't be stored and was put aside");
  };

  function countStored(events: number): void {
    metrics.storedEvents.inc(events);
    metrics.storedBatch.observe(events);
  }

  async function run(signal: AbortSignal): Promise<void> {
    let count = 50;
    let housekeepingAt = 0;

    const steadily = <Value>(task: string, work: () => Promise<Value>): Promise<Value> =>
      untilDone(work, {
        signal,
        onFailure(error, attempt) {
          saving = false;
          metrics.errors.inc({ place: task });
          if (attempt === 1) logger.warn({ err: error }, `${task} failed; nothing is lost, trying again`);
        },
        onRecovery: () => logger.info(`${task} works again`),
      });

    async function save(deliveries: LogDelivery[]): Promise<void> {
      if (deliveries.length > 0) {
        const startedAt = now();
        const { events } = await steadily("storing the log", () => timed(metrics.postgres, { operation: "log.store" }, () => storeDeliveries(sql, deliveries, onBuried)));
        // At once, and not only with the next comparison, which finds them too.
        await steadily("looking for what came late", () => guard.afterStoring(livesOf(deliveries)));
        if (tracing) traceStored(tracing, deliveries, { startedAt, endedAt: now() });
        await steadily("acknowledging the log", () => timed(metrics.redis, { operation: "log.acknowledge" }, () => reader.acknowledge(deliveries)));
        countStored(events);
        count = nextEntryCount(count, { entries: deliveries.length, events });
      }
      await steadily("verifying games", () => verifier.afterBatch(gamesOf(deliveries)));
      saving = true;
    }

    async function takeOver(minIdleMs: number): Promise<void> {
      while (!signal.aborted) {
        const orphans = await steadily("taking over the log of other workers", () => reader.claimOrphans({ minIdleMs, count }));
        if (orphans.length === 0) return;
        await save(orphans);
      }
    }

    async function keepHouse(): Promise<void> {
      if (now() < housekeepingAt) return;
      housekeepingAt = now() + housekeepingEveryMs;
      await takeOver(orphanedAfterMs);
      await steadily("trimming the log", () => reader.trim({ keepMs, now: now() }));
    }

    /** Nothing of the log is in hand here, so whatever this worker has ever read is in Postgres when Redis is compared with it. */
    async function readNext(): Promise<LogDelivery[]> {
      await steadily("comparing Redis with Postgres", () => guard.check());
      return reader.read({ count, blockMs });
    }

    await steadily("comparing Redis with Postgres", () => guard.check());
    await steadily("looking for games to verify", () => verifier.begin());
    // What this worker held when it was last killed, or another one just now.
    await takeOver(0);
    while (!signal.aborted) {
      await keepHouse();
      await save(await steadily("reading the log", readNext));
    }
  }

  return {
    isSaving: () => saving,
    async run(signal) {
      try {
        await run(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        saving = false;
      }
    },
  };
}
