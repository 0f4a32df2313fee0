import { type RedisClient, shardKeys } from "@quickfire/realtime";
import type { Metrics } from "@quickfire/telemetry";
import { Cluster, type Redis } from "ioredis";
import { mirrorCounter } from "./mirror-counter";
import { parseRedisReport } from "./redis-report";

/** Asks each master of Redis how it is, and each shard how much it holds. What to call at every look. */
export function createRedisFigures({ redis, shards, metrics }: { redis: RedisClient; shards: number; metrics: Metrics }): () => Promise<void> {
  const commands = mirrorCounter(metrics.redisCommands);
  const errorReplies = mirrorCounter(metrics.redisErrorReplies);
  const evictedKeys = mirrorCounter(metrics.redisEvictedKeys);
  const rejected = mirrorCounter(metrics.redisRejectedConnections);
  const slowCommands = mirrorCounter(metrics.redisSlowCommands);
  const cpu = mirrorCounter(metrics.redisCpu);

  async function lookAt(server: Redis): Promise<void> {
    const labels = { node: nameOf(server) };
    try {
      const [text, newestSlow] = await Promise.all([server.info(), server.slowlog("GET", 1)]);
      const report = parseRedisReport(text);
      metrics.redisUp.set(labels, 1);
      metrics.redisMemory.set(labels, report.usedMemory);
      metrics.redisMemoryLimit.set(labels, report.maxMemory > 0 ? report.maxMemory : report.systemMemory);
      metrics.redisClients.set(labels, report.clients);
      metrics.redisPubsubChannels.set(labels, report.pubsubChannels);
      metrics.redisReplicas.set(labels, report.replicas);
      metrics.redisAofEnabled.set(labels, report.aofEnabled ? 1 : 0);
      metrics.redisAofHealthy.set(labels, report.aofHealthy ? 1 : 0);
      metrics.redisAofSize.set(labels, report.aofSize);
      metrics.redisUptime.set(labels, report.uptimeSeconds);
      commands(labels, report.commands);
      errorReplies(labels, report.errorReplies);
      evictedKeys(labels, report.evictedKeys);
      rejected(labels, report.rejectedConnections);
      cpu(labels, report.cpuSeconds);
      slowCommands(labels, countSlow(newestSlow));
    } catch (error) {
      metrics.redisUp.set(labels, 0);
      throw error;
    }
  }

  async function lookAtShard(shard: number): Promise<void> {
    const { log, due } = shardKeys(shard);
    const [entries, games] = await Promise.all([redis.xlen(log), redis.zcard(due)]);
    metrics.streamEntries.set({ shard }, entries);
    metrics.shardGames.set({ shard }, games);
  }

  return async () => {
    const servers = redis instanceof Cluster ? redis.nodes("master") : [redis];
    await Promise.all([...servers.map(lookAt), ...Array.from({ length: shards }, (_, shard) => lookAtShard(shard))]);
  };
}

/** Behind Sentinels it is the name that they have for it, as the address changes with a failover. */
const nameOf = ({ options: { name, host, port } }: Redis): string => name ?? `${host ?? ""}:${port ?? ""}`;

/** Entries of the slow log are numbered from 0, so the newest tells how many there have been. */
function countSlow(newest: unknown): number {
  const [entry] = Array.isArray(newest) ? (newest as unknown[]) : [];
  return Array.isArray(entry) ? Number(entry[0]) + 1 : 0;
}
