import { type KnownGame, readGamesWithLateEvents, readKnownGames, readStoredPositions } from "@quickfire/db/recovery";
import type { GameId } from "@quickfire/engine";
import type { GamePosition, Recovery } from "@quickfire/realtime";
import type { Sql } from "postgres";

export type DamagedGame = { gameId: GameId; shard: number; reason: "missing" | "old epoch" | "behind" | "rebuilt too early" | "not ended" };

export type Comparison = { sql: Sql; recovery: Recovery; region: string };

/** What Postgres has of a game in the epoch in which Redis has it, and whether something of earlier ones came too late for it. */
type Stored = { position: number; cameLate: boolean };

/** Redis may have more of a game than Postgres, which is what the log is for; never less. */
function findReason({ ended, settled, epoch }: KnownGame, position: GamePosition["position"], stored: Stored): DamagedGame["reason"] | null {
  if (!position) return settled ? null : "missing";
  if (epoch !== null && epoch !== position.epoch) return "old epoch";
  if (stored.position > position.logNumber) return "behind";
  if (stored.cameLate && !ended) return "rebuilt too early";
  return ended && !position.ended ? "not ended" : null;
}

/** The games of some shards of which Redis has less than Postgres. Postgres is read first: what runs meanwhile only adds to Redis. */
export async function findDamage({ sql, recovery, region }: Comparison, shards: ReadonlySet<number>): Promise<DamagedGame[]> {
  const running = (await Promise.all([...shards].map(recovery.running))).flat();
  const known = (await readKnownGames(sql, { region, gameIds: running })).filter(({ gameId }) => shards.has(recovery.shardOf(gameId)));
  const epochs = await Promise.all(known.map(({ gameId }) => recovery.position(gameId)));
  const stored = await readStoredPositions(sql, epochs.flatMap(({ gameId, position }) => (position ? [{ gameId, epoch: position.epoch }] : [])));
  const late = await readGamesWithLateEvents(sql, known.flatMap(({ gameId, epoch, ended }) => (epoch === null || ended ? [] : [{ gameId, epoch }])));
  const positions = await Promise.all(known.map(({ gameId }) => recovery.position(gameId)));
  return known.flatMap((game, index) => {
    const { gameId, shard, position = null } = positions[index] ?? { gameId: game.gameId, shard: recovery.shardOf(game.gameId) };
    const reason = findReason(game, position, { position: stored.get(gameId) ?? 0, cameLate: late.has(gameId) });
    return reason ? [{ gameId, shard, reason }] : [];
  });
}
