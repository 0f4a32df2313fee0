import { startSentinels, type SentinelsUnderTest } from "@quickfire/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { usePrivateRedis } from "../test/private-redis";
import { createFunctionCaller } from "./call-function";
import { connectRedis, type RedisClient } from "./connect-redis";
import { reservePin } from "./functions/definitions";
import { assembleLibrary } from "./functions/library";

const server = usePrivateRedis();
let sentinels: SentinelsUnderTest;
let redis: RedisClient;

beforeAll(async () => {
  sentinels = await startSentinels({ primaryPort: server().port, count: 1 });
  redis = await connectRedis(sentinels.url);
});
afterAll(async () => {
  redis.disconnect();
  await sentinels.remove();
});

it("promises nothing that no replica has, and says that it may be tried again", async () => {
  const call = createFunctionCaller({ redis, library: assembleLibrary() });
  const input = (pin: string) => ({ keys: { pin: `{pin}:${pin}` }, args: { gameId: "game", orphan: "", ttlMs: 1_000 } });
  expect(await call(reservePin, input("100000"))).toEqual({ ok: true, value: [] });
  await expect(call({ ...reservePin, promises: true }, input("200000"))).rejects.toMatchObject({ name: "InfrastructureError", retryable: true });
});
