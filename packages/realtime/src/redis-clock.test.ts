import { expect, inject, it } from "vitest";
import { useRedis } from "../test/game-fixture";
import { connectRedis } from "./connect-redis";
import { startRedisClock } from "./redis-clock";

const redis = useRedis();

const redisNow = async () => {
  const [seconds, microseconds] = await redis().time();
  return Number(seconds) * 1_000 + Number(microseconds) / 1_000;
};

it("learns Redis's time, whatever the clock of its own process says", async () => {
  const clock = await startRedisClock(redis(), () => performance.now() + 123_456);
  const before = await redisNow();
  const now = clock.now();
  expect(now).toBeGreaterThan(before - 50);
  expect(now).toBeLessThan(before + 1_000);
  clock.stop();
});

it("never goes back, and not behind what Redis itself has named", async () => {
  let local = 1_000;
  const clock = await startRedisClock(redis(), () => local);
  const first = clock.now();
  local -= 500;
  expect(clock.now()).toBe(first);
  clock.reached(first + 40);
  expect(clock.now()).toBe(first + 40);
  clock.stop();
});

it("says that Redis is away where it can't be asked, so that whoever starts with it tries again", async () => {
  const gone = await connectRedis(inject("redisUrl"));
  gone.disconnect();
  await expect(startRedisClock(gone)).rejects.toMatchObject({ name: "InfrastructureError", retryable: true });
});
