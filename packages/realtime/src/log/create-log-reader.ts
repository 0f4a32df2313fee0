import { Cluster } from "ioredis";
import type { RedisClient } from "../connect-redis";
import { asked, toInfrastructureError } from "../errors";
import { shardKeys } from "../keys";
import { toDelivery, type LogDelivery } from "./log-delivery";
import { readUnsaved, savingGroup } from "./read-unsaved";
import { earlierId, idAfter, parseClaimed, parseGroups, parsePending, parseStreams, type StreamEntries } from "./stream-replies";

export type ShardLag = { shard: number; /** Entries that are not acknowledged. */ depth: number; /** Age of the oldest of them. */ oldestAgeMs: number };

export interface LogReader {
  /** New entries of all shards; waits up to `blockMs` for the first. */
  read(options: { count: number; blockMs: number }): Promise<LogDelivery[]>;
  /** What other consumers took and have not acknowledged for this long, because they died, or what this one never finished. */
  claimOrphans(options: { minIdleMs: number; count: number }): Promise<LogDelivery[]>;
  /** To be called once Postgres has committed. */
  acknowledge(deliveries: readonly Pick<LogDelivery, "shard" | "entryId">[]): Promise<void>;
  /** Removes entries older than `keepMs`, but never one that is not acknowledged. */
  trim(options: { keepMs: number; now: number }): Promise<void>;
  lag(now: number): Promise<ShardLag[]>;
}

export type LogReaderOptions = {
  /** Connected with the role `blocking`; the reader has it for itself. */
  blocking: RedisClient;
  redis: RedisClient;
  shards: number;
  /** Unique among the workers, and best the same after a restart. */
  consumer: string;
  group?: string;
};

const clusterPauseMs = 100;

/** The shard logs as one consumer of a group reads them. Groups that are missing (a new shard, a Redis that came back empty) are made. */
export function createLogReader({ blocking, redis, shards, consumer, group = savingGroup }: LogReaderOptions): LogReader {
  const all = Array.from({ length: shards }, (_, shard) => ({ shard, key: shardKeys(shard).log }));
  const shardOfKey = new Map(all.map(({ shard, key }) => [key, shard]));

  async function createGroups(): Promise<void> {
    await Promise.all(
      all.map(({ key }) =>
        redis.xgroup("CREATE", key, group, "0", "MKSTREAM").catch((error: unknown) => {
          if (!(error instanceof Error) || !error.message.startsWith("BUSYGROUP")) throw error;
        }),
      ),
    );
  }

  async function withGroups<Reply>(operation: string, ask: () => Promise<Reply>): Promise<Reply> {
    try {
      return await ask();
    } catch (cause) {
      const isMissing = cause instanceof Error && /NOGROUP|no such key/i.test(cause.message);
      if (!isMissing) throw toInfrastructureError(operation, cause);
      await asked("creating the log's groups", createGroups());
      return asked(operation, ask());
    }
  }

  async function readShard(key: string, count: number): Promise<StreamEntries[]> {
    return parseStreams(await blocking.xreadgroup("GROUP", group, consumer, "COUNT", count, "STREAMS", key, ">"));
  }

  /** The shards of a cluster lie in different slots, which one command can't read or wait for. */
  async function readCluster(count: number, waitMs: number): Promise<StreamEntries[]> {
    for (const pauseMs of [0, Math.min(waitMs, clusterPauseMs)]) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      const streams = (await Promise.all(all.map(({ key }) => readShard(key, count)))).flat();
      if (streams.length > 0) return streams;
    }
    return [];
  }

  async function readAll(count: number, blockMs: number): Promise<StreamEntries[]> {
    if (blocking instanceof Cluster) return readCluster(count, blockMs);
    const keys = [...shardOfKey.keys()];
    return parseStreams(await blocking.xreadgroup("GROUP", group, consumer, "COUNT", count, "BLOCK", blockMs, "STREAMS", ...keys, ...keys.map(() => ">")));
  }

  /** The first entry that any group may still wait for; nobody needs what is before it. */
  async function firstWaitedFor(key: string): Promise<string> {
    const groups = parseGroups(await redis.xinfo("GROUPS", key));
    const firsts = await Promise.all(groups.map(async ({ name, lastDeliveredId }) => parsePending(await redis.xpending(key, name)).oldestId ?? idAfter(lastDeliveredId)));
    return firsts.length === 0 ? "0-0" : firsts.reduce(earlierId);
  }

  const lagOf = async ({ shard, key }: { shard: number; key: string }, now: number): Promise<ShardLag> => ({ shard, ...(await readUnsaved(redis, { log: key, group, now })) });

  return {
    async read({ count, blockMs }) {
      const streams = await withGroups("reading the log", () => readAll(count, blockMs));
      return streams.flatMap(([key, entries]) => entries.map((entry) => toDelivery(shardOfKey.get(key) ?? 0, entry)));
    },

    claimOrphans: ({ minIdleMs, count }) =>
      withGroups("claiming entries of the log", async () => {
        const claimed = await Promise.all(
          all.map(async ({ shard, key }) => {
            const reply = await redis.xautoclaim(key, group, consumer, minIdleMs, "0-0", "COUNT", count);
            return parseClaimed(reply).map((entry) => toDelivery(shard, entry));
          }),
        );
        return claimed.flat();
      }),

    async acknowledge(deliveries) {
      const acknowledgeShard = async ({ shard, key }: { shard: number; key: string }) => {
        const ids = deliveries.filter((delivery) => delivery.shard === shard).map(({ entryId }) => entryId);
        if (ids.length > 0) await redis.xack(key, group, ...ids);
      };
      await asked("acknowledging entries of the log", Promise.all(all.map(acknowledgeShard)));
    },

    trim: ({ keepMs, now }) =>
      withGroups("trimming the log", async () => {
        for (const { key } of all) {
          // To the letter, and not by whole nodes: what is stored has names and addresses in it, and in a quiet shard would lie there for ever.
          await redis.xtrim(key, "MINID", earlierId(await firstWaitedFor(key), `${now - keepMs}-0`));
        }
      }),

    lag: (now) => withGroups("reading the log's lag", () => Promise.all(all.map((shard) => lagOf(shard, now)))),
  };
}
