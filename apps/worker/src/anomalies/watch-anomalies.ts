import { setTimeout as pause } from "node:timers/promises";
import { type Block, blockAutomatically, createReviewRepository, type Database } from "@quickfire/db";
import { gamesToExamine, type NewFlag, noteExamined, readWatchedGame, writeFindings } from "@quickfire/db/anomalies";
import { type AnomalySettings, findAnomalies, type GameId } from "@quickfire/engine";
import type { BlockedPeople, GameStore } from "@quickfire/realtime";
import type { Logger, Metrics } from "@quickfire/telemetry";

export type AnomalyWatch = {
  database: Database;
  blocked: BlockedPeople;
  store: Pick<GameStore, "remove">;
  settings: AnomalySettings;
  everySeconds: number;
  /** 0: nobody is blocked without a person. */
  blockMinutes: number;
  logger: Logger;
  metrics: Pick<Metrics, "unusualScores" | "decisions" | "errors">;
  now?: () => number;
};

/** Only what no person does is ground enough to act without one. */
const certain = 3;
const takesOutForMs = 3_600_000;
/** Where a rule acted, and nobody asked for it: no address, and a name that says so. */
const origin = { ip: null, userAgent: "quickfire: anomaly rules" };

/** Looks through the running games and those that have just ended, and keeps Redis's copy of the blocks. Safe to run twice at once. */
export function createAnomalyWatch({ database, blocked, store, settings, everySeconds, blockMinutes, logger, metrics, now = Date.now }: AnomalyWatch) {
  const review = createReviewRepository(database);
  const { sql } = database;

  async function examine(gameId: GameId): Promise<void> {
    const game = await readWatchedGame(sql, gameId);
    if (game) for (const flag of await writeFindings(sql, gameId, findAnomalies(game, settings))) await onNew(flag);
    await noteExamined(sql, gameId);
  }

  async function onNew(flag: NewFlag): Promise<void> {
    metrics.unusualScores.inc({ pattern: flag.rule });
    logger.warn({ gameId: flag.gameId, participantId: flag.participantId, rule: flag.rule, strength: flag.strength }, "something unusual: it stands in the review list");
    if (flag.strength < certain || blockMinutes === 0) return;
    const block = await blockAutomatically(database, flag, new Date(now() + blockMinutes * 60_000));
    if (!block) return;
    metrics.decisions.inc({ action: "automatic block" });
    await enforce(block);
  }

  /** Also a block whose admin found Redis away; one that stands for long has nobody left to take out. */
  async function enforce({ subject, startedAt, endsAt }: Block): Promise<void> {
    await blocked.bar(subject, endsAt);
    if (now() - Date.parse(startedAt) > takesOutForMs) return;
    for (const { gameId, participantId } of await review.runningGamesOf(subject)) await store.remove(gameId, participantId, origin);
  }

  async function look(): Promise<void> {
    for (const block of await review.activeBlocks()) await enforce(block);
    for (const gameId of await gamesToExamine(sql)) await examine(gameId);
  }

  return {
    look,
    /** Until it is stopped. What fails is tried again the next time. */
    async run(signal: AbortSignal): Promise<void> {
      if (everySeconds === 0) return;
      while (!signal.aborted) {
        await look().catch((error: unknown) => {
          metrics.errors.inc({ place: "anomalies" });
          logger.warn({ err: error }, "looking for something unusual failed; trying again later");
        });
        // Being stopped is the only way in which a pause can fail.
        await pause(everySeconds * 1_000, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}
