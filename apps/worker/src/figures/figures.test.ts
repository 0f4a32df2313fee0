import { createDatabase } from "@quickfire/db";
import { connectRedis } from "@quickfire/realtime";
import { createMetrics } from "@quickfire/telemetry";
import { createTestDatabase } from "@quickfire/testing";
import { expect, inject, it } from "vitest";
import { createPostgresFigures } from "./postgres-figures";
import { createRedisFigures } from "./redis-figures";

const figures = async (metrics: ReturnType<typeof createMetrics>, name: string): Promise<number[]> => {
  const text = await metrics.registry.metrics();
  return text.split("\n").filter((line) => line.startsWith(`${name}{`)).map((line) => Number(line.split(" ").at(-1)));
};

it("tells how Redis is, and how much each shard holds", async () => {
  const redis = await connectRedis(inject("redisUrl"));
  const metrics = createMetrics({ service: "test", nodeDefaults: false });
  const look = createRedisFigures({ redis, shards: 4, metrics });
  await look();
  const [commandsBefore = 0] = await figures(metrics, "quickfire_redis_commands_total");
  await look();
  const [commandsAfter = 0] = await figures(metrics, "quickfire_redis_commands_total");
  expect(commandsAfter).toBeGreaterThan(commandsBefore);
  const [memory = 0] = await figures(metrics, "quickfire_redis_used_memory_bytes");
  expect(memory).toBeGreaterThan(100_000);
  const [limit = 0] = await figures(metrics, "quickfire_redis_memory_limit_bytes");
  expect(limit).toBeGreaterThan(memory);
  expect(await figures(metrics, "quickfire_redis_up")).toEqual([1]);
  expect(await figures(metrics, "quickfire_log_stream_entries")).toHaveLength(4);
  redis.disconnect();
  await expect(look()).rejects.toThrow();
  expect(await figures(metrics, "quickfire_redis_up")).toEqual([0]);
});

it("tells how Postgres is, and that it is away", async () => {
  const fresh = await createTestDatabase({ migrate: async () => undefined });
  const database = createDatabase(fresh.url, { maxConnections: 2 });
  const metrics = createMetrics({ service: "test", nodeDefaults: false });
  const look = createPostgresFigures({ sql: database.sql, metrics });
  await look();
  expect(await figures(metrics, "quickfire_postgres_up")).toEqual([1]);
  const [size = 0] = await figures(metrics, "quickfire_postgres_size_bytes");
  expect(size).toBeGreaterThan(1_000_000);
  const connections = (await figures(metrics, "quickfire_postgres_connections")).reduce((sum, some) => sum + some, 0);
  expect(connections).toBeGreaterThan(0);
  await database.close();
  await expect(look()).rejects.toThrow();
  expect(await figures(metrics, "quickfire_postgres_up")).toEqual([0]);
  await fresh.drop();
});
