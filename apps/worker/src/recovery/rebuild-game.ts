import { isDatabaseUnavailable } from "@quickfire/db";
import { changePin, endLostGame, readGameHistory, startEpoch } from "@quickfire/db/recovery";
import type { GameId } from "@quickfire/engine";
import { InfrastructureError, type PastGame, type Recovery, type ShardLease } from "@quickfire/realtime";
import type { Logger, Metrics } from "@quickfire/telemetry";
import type { Sql } from "postgres";
import { pastGameOf } from "./past-game-of";

export type Rebuilding = { sql: Sql; recovery: Recovery; logger: Logger; metrics: Metrics; newId: () => string };

/** Another try may succeed; anything else is wrong with the game itself, and will be the next time. */
const isPassing = (error: unknown): boolean => error instanceof InfrastructureError || isDatabaseUnavailable(error);

/** As many rounds as any quiz has: of a game of which nothing can be read. */
const mostRounds = 200;

/** Puts a game back into Redis as Postgres has it, in a new epoch. One that can't be rebuilt ends, so that no list has it running for ever. */
export async function rebuildGame({ sql, recovery, logger, metrics, newId }: Rebuilding, gameId: GameId, lease: ShardLease): Promise<void> {
  const epoch = `${lease.fence}-${newId().slice(0, 8)}`;
  try {
    await startEpoch(sql, { gameId, fence: lease.fence, epoch });
    const past = await readPast(epoch);
    if (past) {
      await recovery.restore(past, lease);
      metrics.rebuiltGames.inc({ outcome: "rebuilt" });
      logger.warn({ gameId, epoch, phase: past.state.position.phase, participants: past.people.length, answers: past.answers.length }, "a game was rebuilt from Postgres");
      return;
    }
    logger.error({ gameId }, "a game can't be rebuilt: it was forgotten, and ends");
  } catch (error) {
    if (isPassing(error)) throw error;
    logger.error({ err: error, gameId }, "a game can't be rebuilt: it ends");
  }
  await recovery.giveUp(gameId, mostRounds, lease);
  await endLostGame(sql, gameId);
  metrics.rebuiltGames.inc({ outcome: "lost" });

  async function readPast(newEpoch: string): Promise<PastGame | null> {
    const history = await readGameHistory(sql, gameId);
    const past = history && pastGameOf(history, { epoch: newEpoch, now: recovery.now() });
    if (!past || past.state.position.phase === "ended") return past;
    const { facts } = past.state;
    const pin = await recovery.reclaimPin(facts.pin, gameId);
    await changePin(sql, { gameId, pin });
    return { ...past, state: { ...past.state, facts: { ...facts, pin } } };
  }
}
