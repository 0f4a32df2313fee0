import { endedAmong, unverifiedGames } from "@quickfire/db/log";
import { type Sealed, sealGame, sealLateEvents, unsealedGames, verifyGame } from "@quickfire/db/verification";
import type { GameId } from "@quickfire/engine";
import type { Logger, Metrics } from "@quickfire/telemetry";
import type { Sql } from "postgres";

/** The games of a batch, each with the ids of its events that were in it. */
export type StoredGames = ReadonlyMap<GameId, readonly string[]>;

/**
 * Plays games again from their log once they have ended, compares the boards, and seals the log. It waits until nothing more of a game
 * comes in: its end and its standings are several entries, and in between they do not agree.
 */
export function createGameVerifier({ sql, logger, metrics }: { sql: Sql; logger: Logger; metrics: Pick<Metrics, "verifications"> }) {
  const waiting = new Set<GameId>();

  async function verify(gameId: GameId): Promise<void> {
    const outcome = (await verifyGame(sql, gameId))?.outcome;
    waiting.delete(gameId);
    if (outcome !== "agree" && outcome !== "differ") return;
    metrics.verifications.inc({ outcome });
    if (outcome === "differ") logger.error({ gameId }, "the final standings do not follow from the log: `npm run verify` tells where");
    else logger.info({ gameId }, "the final standings follow from the log");
    tellSealed(gameId, await sealGame(sql, gameId));
  }

  /** In the log as well, which is mostly kept elsewhere: a seal that was replaced together with its events has another head. */
  function tellSealed(gameId: GameId, sealed: Sealed | null): void {
    if (sealed) logger.info({ gameId, ...sealed }, "the log of a game was sealed");
  }

  return {
    /** Games that ended while no worker was there to the end. */
    async begin(): Promise<void> {
      for (const gameId of await unverifiedGames(sql)) waiting.add(gameId);
      for (const gameId of await unsealedGames(sql)) tellSealed(gameId, await sealGame(sql, gameId));
    },
    /** To be called after each batch with what was in it, also with nothing. */
    async afterBatch(stored: StoredGames): Promise<void> {
      for (const gameId of [...waiting].filter((waitingId) => !stored.has(waitingId))) await verify(gameId);
      for (const { gameId, isSealed } of await endedAmong(sql, [...stored.keys()])) {
        if (isSealed) tellSealed(gameId, await sealLateEvents(sql, gameId, stored.get(gameId) ?? []));
        waiting.add(gameId);
      }
    },
  };
}

export type GameVerifier = ReturnType<typeof createGameVerifier>;
