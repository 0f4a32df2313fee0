import { setTimeout as pause } from "node:timers/promises";
import type { BoardRepository, LeagueRepository, ScoreRepository } from "@quickfire/db";
import { weekAt } from "@quickfire/engine";
import type { BoardStore, ScoreEvents } from "@quickfire/realtime";
import type { Logger, Metrics } from "@quickfire/telemetry";
import type { Sql } from "postgres";
import { untilDone } from "../until-done";
import { archiveBoards } from "./archive-boards";
import { createBoardPublisher } from "./publish-boards";
import { rebuildBoards } from "./rebuild-boards";
import { createGameScorer } from "./score-games";
import { createBoardTeller } from "./tell-boards";

/** How long a change may wait before somebody looks: beside the throttle of 500 ms it goes unnoticed, and costs three small questions. */
const lookEveryMs = 200;
/** Boards can be lost while nobody earns anything. */
const compareEveryMs = 5_000;
const keepHouseEveryMs = 60_000;
const changesAtOnce = 500;

export type ScoreKeeperOptions = {
  sql: Sql;
  scores: ScoreRepository;
  boards: BoardRepository;
  leagues: LeagueRepository;
  store: BoardStore;
  events: ScoreEvents;
  logger: Logger;
  metrics: Metrics;
  now?: () => number;
};

/**
 * Brings what is committed in Postgres to where it is seen: points of ended games to long-term scores, those to boards, leagues and
 * event streams. All of it can be repeated, by several workers at once.
 */
export function createScoreKeeper(options: ScoreKeeperOptions) {
  const { sql, scores, boards, leagues, store, events, logger, metrics, now = Date.now } = options;
  const scoreGames = createGameScorer({ sql, scores, logger });
  const tellBoards = createBoardTeller({ scores, boards, leagues, store, metrics, logger });
  const publisher = createBoardPublisher({ store });
  let compareAt = 0;
  let keepHouseAt = 0;

  async function tellEvents(): Promise<boolean> {
    const changes = await scores.untoldChanges(changesAtOnce);
    if (changes.length === 0) return false;
    await events.tell(changes.map((change) => ({ ...change, quizId: change.source === "correction" ? null : change.quizId })));
    await scores.changesTold({ changeIds: changes.map(({ changeId }) => changeId), at: new Date(now()) });
    metrics.scoreChanges.inc(changes.length);
    return changes.length === changesAtOnce;
  }

  async function compare(): Promise<void> {
    if (now() < compareAt) return;
    compareAt = now() + compareEveryMs;
    const rebuilt = await rebuildBoards({ boards, store, metrics, logger }, { now: now(), onlyLost: true });
    publisher.add(rebuilt.map(({ board }) => board));
  }

  async function keepHouse(): Promise<void> {
    if (now() < keepHouseAt) return;
    keepHouseAt = now() + keepHouseEveryMs;
    await leagues.closeBefore(weekAt(now()).name);
    await archiveBoards({ boards, logger, now: now() });
  }

  /** Everything that waits, once; whether there may be more of it at once. */
  async function step(): Promise<boolean> {
    await scoreGames();
    const told = await tellBoards(now());
    publisher.add(told.touched);
    const isMoreToTell = await tellEvents();
    await publisher.publishDue();
    await compare();
    await keepHouse();
    return told.isMore || isMoreToTell;
  }

  return {
    step,
    /** Until it is stopped. */
    async run(signal: AbortSignal): Promise<void> {
      const onFailure = (error: unknown, attempt: number) => {
        metrics.errors.inc({ place: "scores" });
        if (attempt === 1) logger.warn({ err: error }, "keeping the boards failed; nothing is lost, trying again");
      };
      const onRecovery = () => logger.info("keeping the boards works again");
      while (!signal.aborted) {
        const isMore = await untilDone(step, { signal, onFailure, onRecovery }).catch((error: unknown) => {
          if (!signal.aborted) throw error;
          return false;
        });
        // Being stopped is the only way in which a pause can fail.
        if (!isMore) await pause(Math.min(lookEveryMs, publisher.nextInMs() ?? lookEveryMs), undefined, { signal }).catch(() => undefined);
      }
    },
  };
}
