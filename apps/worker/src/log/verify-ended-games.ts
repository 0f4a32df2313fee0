import { endedAmong, unverifiedGames, verifyGame } from "@quickfire/db/log";
import type { GameId } from "@quickfire/engine";
import type { Logger, Metrics } from "@quickfire/telemetry";
import type { Sql } from "postgres";

/**
 * Compares the final standings of games with their stored answers. It waits until nothing more of a game comes in: its end and its
 * standings are several entries, and in between they do not agree.
 */
export function createGameVerifier({ sql, logger, metrics }: { sql: Sql; logger: Logger; metrics: Pick<Metrics, "verifications"> }) {
  const waiting = new Set<GameId>();

  async function verify(gameId: GameId): Promise<void> {
    const verified = await verifyGame(sql, gameId);
    waiting.delete(gameId);
    if (verified !== null) metrics.verifications.inc({ outcome: verified ? "agree" : "differ" });
    if (verified === false) logger.error({ gameId }, "the final standings do not follow from the stored answers");
    if (verified) logger.info({ gameId }, "the final standings follow from the stored answers");
  }

  return {
    /** Games that ended while no worker was there to the end. */
    async begin(): Promise<void> {
      for (const gameId of await unverifiedGames(sql)) waiting.add(gameId);
    },
    /** To be called after each batch with the games that were in it, also with none. */
    async afterBatch(gameIds: GameId[]): Promise<void> {
      const present = new Set(gameIds);
      for (const gameId of [...waiting].filter((waitingId) => !present.has(waitingId))) await verify(gameId);
      for (const gameId of await endedAmong(sql, gameIds)) waiting.add(gameId);
    },
  };
}

export type GameVerifier = ReturnType<typeof createGameVerifier>;
