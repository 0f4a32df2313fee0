import type { GameId } from "@quickfire/engine";
import type { CallFunction } from "../call-function";
import type { RedisClient } from "../connect-redis";
import { asked, RecoveringError } from "../errors";
import { readTrust } from "../functions/recovery-definitions";
import { shardKeys } from "../keys";
import { shardOf } from "../shards";

/** Who vouches that Redis has lost nothing: the worker, who compares it with Postgres after each start; or nobody. */
export type Vouching = "worker" | "nobody";

/** Which shards may be believed. Functions ask by themselves; whoever reads plain keys asks here where something is missing. */
export function createTrust({ call, shards }: { call: CallFunction; shards: number }) {
  async function isTrusted(shard: number): Promise<boolean> {
    const read = await call(readTrust, { keys: shardKeys(shard), args: {} });
    return read.ok && read.value.trusted;
  }
  const everyShard = () => Promise.all(Array.from({ length: shards }, (_, shard) => isTrusted(shard)));

  return {
    count: async (): Promise<number> => (await everyShard()).filter(Boolean).length,

    /** What is not in a trusted shard is nowhere; in another one it may only be lost. */
    async assertFor(gameId: GameId): Promise<void> {
      if (!(await isTrusted(shardOf(gameId, shards)))) throw new RecoveringError("looking for a game");
    },

    async assertEverywhere(): Promise<void> {
      if ((await everyShard()).includes(false)) throw new RecoveringError("looking for a game");
    },
  };
}

export type Trust = ReturnType<typeof createTrust>;

/** For a Redis that nobody compares with anything. One that a worker has compared stays as it is. */
export async function vouchForNothing(redis: RedisClient, shards: number): Promise<void> {
  const marks = Array.from({ length: shards }, (_, shard) => redis.set(shardKeys(shard).trusted, "always", "NX"));
  await asked("marking the shards", Promise.all(marks));
}
