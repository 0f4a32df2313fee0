import { type GameEpoch, readOvertaken } from "@quickfire/db/log";
import { releaseShardLease, renewShardLease, takeShardLease } from "@quickfire/db/recovery";
import type { GameId } from "@quickfire/engine";
import type { ShardLease } from "@quickfire/realtime";
import { storeDeliveries } from "../log/store-deliveries";
import { findDamage } from "./find-damage";
import { rebuildGame, type Rebuilding } from "./rebuild-game";

/** Shards that are open are compared from time to time as well: keys can be lost one by one. */
const compareEveryMs = 30_000;
/** A worker that dies while it rebuilds keeps the next one waiting for no longer than this. */
const leaseMs = 4_000;

export type RedisGuard = {
  /** To be called again and again, with nothing of the log in hand: opens what was closed, once Redis has all that Postgres knows. */
  check(): Promise<void>;
  /** To be told of what lives of games something was stored: where one has been rebuilt meanwhile, Redis may lack it, and the next check puts it there. */
  afterStoring(lives: readonly GameEpoch[]): Promise<void>;
};

export type GuardOptions = Rebuilding & { region: string; holder: string; nowMs?: () => number };

type HeldShard = { lease: ShardLease; life: string };

/** Compares Redis with Postgres whenever Redis was started anew or a node has doubts, and rebuilds what Redis has lost before anybody plays on. */
export function createRedisGuard({ region, holder, nowMs = () => performance.now(), ...rebuilding }: GuardOptions): RedisGuard {
  const { sql, recovery, logger } = rebuilding;
  let compareAt = 0;
  /** Games of which something was stored after they had been rebuilt without it; should this worker die, the next comparison finds them. */
  const overtaken = new Set<GameId>();

  const find = (shards: ReadonlySet<number>) => findDamage({ sql, recovery, region }, shards);

  async function close(shard: number): Promise<HeldShard | null> {
    const fence = await takeShardLease(sql, { region, shard, holder, leaseMs });
    if (fence === null) return null;
    const lease = { shard, fence };
    return { lease, life: await recovery.close(lease) };
  }

  async function open({ lease, life }: HeldShard): Promise<void> {
    const isOpen = await recovery.open(lease, life);
    await releaseShardLease(sql, { region, ...lease });
    if (!isOpen) logger.warn({ shard: lease.shard }, "Redis was started again while it was being compared");
  }

  /** What was logged and not stored yet belongs to the game as well. */
  async function storeRestOfLog(shard: number, gameIds: ReadonlySet<GameId>): Promise<void> {
    for await (const deliveries of recovery.logOf(shard, gameIds)) {
      await storeDeliveries(sql, deliveries, (reason, delivery) => logger.error({ ...delivery, reason }, "an event can't be stored and was put aside"));
    }
  }

  async function rebuild(held: HeldShard, gameIds: ReadonlySet<GameId>): Promise<void> {
    if (gameIds.size > 0) await storeRestOfLog(held.lease.shard, gameIds);
    for (const gameId of gameIds) {
      await renewShardLease(sql, { region, ...held.lease }, leaseMs);
      await rebuildGame(rebuilding, gameId, held.lease);
      overtaken.delete(gameId);
    }
    await open(held);
  }

  async function recover(shards: readonly number[], doubted: ReadonlyMap<number, GameId[]>): Promise<void> {
    const held = (await Promise.all(shards.map(close))).filter((shard) => shard !== null);
    if (held.length === 0) return;
    const damaged = await find(new Set(held.map(({ lease }) => lease.shard)));
    for (const { gameId, shard, reason } of damaged) logger.warn({ gameId, shard, reason }, "Redis has less of a game than Postgres");
    const gamesOf = (shard: number): GameId[] => [
      ...damaged.filter((game) => game.shard === shard).map(({ gameId }) => gameId),
      ...(doubted.get(shard) ?? []),
      ...[...overtaken].filter((gameId) => recovery.shardOf(gameId) === shard),
    ];
    await Promise.all(held.map((shard) => rebuild(shard, new Set(gamesOf(shard.lease.shard)))));
    logger.info({ shards: held.length, rebuilt: damaged.length }, "Redis was compared with Postgres");
  }

  return {
    async check() {
      const trust = await recovery.readTrust();
      const closed = trust.filter(({ trusted }) => !trusted).map(({ shard }) => shard);
      const doubted = new Map(trust.map(({ shard, doubted }) => [shard, doubted]));
      const wanting = new Set([...closed, ...[...overtaken].map(recovery.shardOf)]);
      if (wanting.size > 0) return recover([...wanting], doubted);
      if (nowMs() < compareAt) return;
      compareAt = nowMs() + compareEveryMs;
      const damaged = await find(new Set(trust.map(({ shard }) => shard)));
      if (damaged.length > 0) await recover([...new Set(damaged.map(({ shard }) => shard))], doubted);
    },

    async afterStoring(lives) {
      if (lives.length === 0) return;
      for (const gameId of await readOvertaken(sql, lives)) {
        overtaken.add(gameId);
        logger.warn({ gameId }, "what was stored came too late for a game's rebuilding: it is rebuilt once more");
      }
    },
  };
}
