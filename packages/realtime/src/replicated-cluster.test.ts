import { type RedisCluster, startRedisCluster, waitFor } from "@quickfire/testing";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFunctionCaller } from "./call-function";
import { connectRedis, type RedisClient } from "./connect-redis";
import { reservePin } from "./functions/definitions";
import { assembleLibrary } from "./functions/library";

let cluster: RedisCluster;
let redis: RedisClient;

beforeAll(async () => {
  cluster = await startRedisCluster({ primaries: 1 });
  redis = await connectRedis(cluster.url);
}, 60_000);
afterAll(async () => {
  redis.disconnect();
  await cluster.remove();
});

it("promises nothing in a cluster that a replica does not have, and goes on where its primary is another one", { timeout: 60_000 }, async () => {
  const [pair] = cluster.pairs;
  if (!pair) throw new Error("there is no such pair");
  const call = createFunctionCaller({ redis, library: assembleLibrary() });
  const promise = (pin: string) => call({ ...reservePin, promises: true }, { keys: { pin: `{pin}:${pin}` }, args: { gameId: "game", orphan: "", ttlMs: 60_000 } });
  expect(await promise("100000")).toEqual({ ok: true, value: [] });

  pair.replica.freeze();
  await expect(promise("200000")).rejects.toMatchObject({ name: "InfrastructureError", retryable: true });
  pair.replica.thaw();

  const replica = new Redis(pair.replica.url);
  await waitFor(async () => String(await replica.info("replication")).includes("master_link_status:up"), { timeoutMs: 10_000, what: "a replica that follows" });
  await replica.call("CLUSTER", "FAILOVER");
  await waitFor(async () => String(await replica.role()).startsWith("master"), { timeoutMs: 10_000, what: "a replica that is the primary" });
  replica.disconnect();
  const kept = await waitFor(() => promise("300000").catch(() => null), { timeoutMs: 15_000, what: "a promise of the new primary" });
  expect(kept).toEqual({ ok: true, value: [] });
});
