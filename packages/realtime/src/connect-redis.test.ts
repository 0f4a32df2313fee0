import { waitFor } from "@quickfire/testing";
import { startFaultProxy } from "@quickfire/testing/network";
import { Redis } from "ioredis";
import { expect, it } from "vitest";
import { usePrivateRedis } from "../test/private-redis";
import { connectRedis } from "./connect-redis";
import { asked, InfrastructureError } from "./errors";

const server = usePrivateRedis();

it("is connected when it says so", async () => {
  const redis = await connectRedis(server().url);
  expect(await redis.ping()).toBe("PONG");
  redis.disconnect();
});

it("says that it could not connect, and does not go on trying", async () => {
  const errors: Error[] = [];
  const refused = connectRedis("redis://127.0.0.1:1", { onError: (error) => errors.push(error) });
  await expect(refused).rejects.toBeInstanceOf(InfrastructureError);
  await expect(refused).rejects.toMatchObject({ retryable: true });
  expect(errors.length).toBeGreaterThan(0);
});

it("takes a list of nodes for a cluster", async () => {
  await expect(connectRedis("redis://127.0.0.1:1,redis://127.0.0.1:2")).rejects.toThrow(/connecting to Redis/);
});

it("refuses at once while Redis is away, and comes back by itself", async () => {
  const redis = await connectRedis(server().url);
  const closed = new Promise((resolve) => redis.once("close", resolve));
  await server().kill();
  await closed;
  const startedAt = performance.now();
  await expect(asked("asking", redis.get("key"))).rejects.toMatchObject({ name: "InfrastructureError", retryable: true });
  expect(performance.now() - startedAt).toBeLessThan(500);
  await server().restart();
  await waitFor(() => redis.get("key").then(() => true, () => false), { timeoutMs: 10_000 });
  redis.disconnect();
});

it("gives a command up that Redis does not answer in time", async () => {
  const redis = await connectRedis(server().url);
  server().freeze();
  try {
    await expect(asked("asking", redis.get("key"))).rejects.toMatchObject({ retryable: true });
  } finally {
    server().thaw();
    redis.disconnect();
  }
});

it("tells a mistake of ours from an outage, and hands no arguments on", async () => {
  const redis = await connectRedis(server().url);
  await redis.set("text", "a secret");
  const error: unknown = await asked("pushing", redis.lpush("text", "another secret")).catch((cause: unknown) => cause);
  expect(error).toMatchObject({ name: "InfrastructureError", retryable: false, cause: { name: "ReplyError" } });
  const { cause } = error instanceof InfrastructureError ? error : { cause: null };
  expect(JSON.stringify(Object.entries(cause ?? {}))).not.toContain("secret");
  redis.disconnect();
});

it("fails what was under way when its connection is lost, also where Redis is back at once", async () => {
  const [waiting, other] = await Promise.all([connectRedis(server().url, { role: "blocking" }), connectRedis(server().url)]);
  if (!(waiting instanceof Redis)) throw new Error("this is one Redis");
  const id = await waiting.client("ID");
  const reading = asked("waiting for an entry", waiting.xread("BLOCK", 0, "STREAMS", "nothing", "$"));
  await waitFor(async () => String(await other.client("LIST", "ID", id)).includes("cmd=xread"), { what: "a reader that waits" });
  await other.client("KILL", "ID", id);
  await expect(reading).rejects.toMatchObject({ name: "InfrastructureError", retryable: true });
  await waitFor(() => waiting.ping().then(() => true, () => false));
  for (const redis of [waiting, other]) redis.disconnect();
});

it("finds a connection that went dead without a word, and makes another one", async () => {
  const proxy = await startFaultProxy({ target: { port: server().port }, seed: 1 });
  const redis = await connectRedis(proxy.through(server().url), { deadAfterMs: 200 });
  try {
    await redis.ping();
    proxy.halfOpen();
    await expect(asked("asking", redis.get("key"))).rejects.toMatchObject({ retryable: true });
    await waitFor(() => redis.ping().then(() => true, () => false), { what: "an answer over another connection" });
  } finally {
    redis.disconnect();
    await proxy.close();
  }
});
