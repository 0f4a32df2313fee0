import { setTimeout as pause } from "node:timers/promises";
import { type BoardRepository, createBoardRepository, type Database, type Retention } from "@quickfire/db";
import {
  erasedOnBoards, forgetDeadLetters, forgetErasedPlayers, forgetGuests, forgetHomeworkGuests, forgetOrigins, forgetOriginsOfChanges, forgetSpent, forgottenOnBoards,
} from "@quickfire/db/privacy";
import type { BlockedPeople, BoardStore } from "@quickfire/realtime";
import type { Logger, Metrics } from "@quickfire/telemetry";
import { allLiveBoards } from "../scores/board-periods";

/** How many games, and how many rows, are dealt with before the next kind has its turn. */
const gamesAtOnce = 20;
const rowsAtOnce = 5_000;
const dayMs = 24 * 3_600_000;

export type RetentionKeeping = {
  database: Database;
  store: Pick<BoardStore, "forget">;
  blocked: Pick<BlockedPeople, "forgive">;
  retention: Retention;
  logger: Logger;
  metrics: Pick<Metrics, "forgotten" | "lastForgetting" | "errors">;
  now?: () => number;
};

/** Forgets what is kept of people once its time is over, a piece at a time. Safe to repeat, to break off and to run twice at once. */
export function createRetentionKeeper({ database, store, blocked, retention, logger, metrics, now = Date.now }: RetentionKeeping) {
  const { sql } = database;
  const boards: Pick<BoardRepository, "countries"> = createBoardRepository(database);
  const before = (days: number) => new Date(now() - days * dayMs);

  async function guests(): Promise<number> {
    const { people, unblocked } = await forgetGuests(sql, { before: before(retention.guestDays), games: gamesAtOnce });
    for (const participantId of unblocked) await blocked.forgive({ participantId });
    return people;
  }

  /** Postgres forgets last: whoever is on a board still is found again. */
  async function leaveBoards(): Promise<void> {
    const left = await erasedOnBoards(sql);
    if (left.length === 0) return;
    const live = (await allLiveBoards(boards, now())).map(({ board }) => board);
    for (const gone of left) {
      // Theirs may have been the last of a country.
      await store.forget(gone.userId, [...live, ...(gone.country === null ? [] : [{ scope: "country" as const, country: gone.country }])]);
      await forgottenOnBoards(sql, gone);
    }
  }

  const kinds: Record<string, () => Promise<number>> = {
    "deleted accounts": () => forgetErasedPlayers(sql, { games: gamesAtOnce }),
    addresses: async () => {
      const due = { before: before(retention.addressDays) };
      return (await forgetOrigins(sql, { ...due, games: gamesAtOnce })) + (await forgetOriginsOfChanges(sql, { ...due, rows: rowsAtOnce }));
    },
    guests,
    "homework guests": () => forgetHomeworkGuests(sql, { before: before(retention.guestDays), people: rowsAtOnce }),
    spent: () => forgetSpent(sql, { before: before(retention.spentDays), rows: rowsAtOnce }),
    "dead letters": () => forgetDeadLetters(sql, { before: before(retention.deadLetterDays) }),
  };

  /** A piece of each kind; how much was forgotten. What fails does not keep back the others. */
  async function step(): Promise<{ forgotten: number; failed: number }> {
    const done = { forgotten: 0, failed: 0 };
    for (const [kind, forget] of [...Object.entries(kinds), ["boards", () => leaveBoards().then(() => 0)] as const]) {
      try {
        const count = await forget();
        if (count > 0) metrics.forgotten.inc({ kind }, count);
        done.forgotten += count;
      } catch (error) {
        done.failed += 1;
        metrics.errors.inc({ place: "retention" });
        logger.warn({ err: error, kind }, "something could not be forgotten; trying again later");
      }
    }
    return done;
  }

  return {
    step,
    /** Until it is stopped. */
    async run(signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        const { forgotten, failed } = await step();
        if (forgotten > 0) logger.info({ forgotten }, "forgot what had been kept for long enough");
        if (forgotten > 0 && failed === 0) continue;
        if (failed === 0) metrics.lastForgetting.set(now() / 1_000);
        // Being stopped is the only way in which a pause can fail.
        await pause(retention.everyMinutes * 60_000, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}
