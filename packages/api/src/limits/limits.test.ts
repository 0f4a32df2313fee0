import { createMetrics } from "@quickfire/telemetry";
import { connectTestRedis } from "@quickfire/testing";
import { afterAll, describe, expect, it } from "vitest";
import { failureOf } from "../errors";
import { createFixedLimit } from "./fixed-limit";
import { createGrowingLimit } from "./growing-limit";
import { createLimits } from "./limits";

const redis = connectTestRedis();
const metrics = createMetrics({ service: "test", nodeDefaults: false });
const name = () => `test-${crypto.randomUUID()}`;

afterAll(() => redis.quit());

async function failureFrom(work: () => Promise<void>) {
  try {
    await work();
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

describe("a growing limit", () => {
  it("lets some failures pass, then doubles the wait with each, up to the longest", async () => {
    const limit = createGrowingLimit({ redis, name: name(), free: 3, windowSeconds: 60, longestWaitSeconds: 10 });
    const waits: number[] = [];
    for (let failure = 0; failure < 8; failure += 1) waits.push(await limit.fail("k"));
    expect(waits).toEqual([0, 0, 0, 2, 4, 8, 10, 10]);
    expect(await limit.waitFor("k")).toBeGreaterThan(8);
    expect(await limit.waitFor("other")).toBe(0);
  });

  it("forgets on success", async () => {
    const limit = createGrowingLimit({ redis, name: name(), free: 1, windowSeconds: 60, longestWaitSeconds: 10 });
    await limit.fail("k");
    await limit.fail("k");
    expect(await limit.waitFor("k")).toBeGreaterThan(0);
    await limit.forgive("k");
    expect(await limit.waitFor("k")).toBe(0);
    expect(await limit.fail("k")).toBe(0);
  });

  it("is shared by all processes through Redis, and remembers for the wait and a quiet window after it", async () => {
    const shared = { redis, name: name(), free: 1, windowSeconds: 60, longestWaitSeconds: 10 };
    await createGrowingLimit(shared).fail("k");
    expect(await createGrowingLimit(shared).fail("k")).toBe(2);
    const remembered = await redis.ttl(`limit:${shared.name}:failures:k`);
    expect(remembered).toBeGreaterThan(55);
    expect(remembered).toBeLessThanOrEqual(62);
  });
});

describe("a fixed limit", () => {
  it("gives so many in a window, then says how long to wait", async () => {
    const limit = createFixedLimit({ redis, name: name(), points: 2, windowSeconds: 30 });
    expect(await limit.take("k")).toBe(0);
    expect(await limit.take("k")).toBe(0);
    const wait = await limit.take("k");
    expect(wait).toBeGreaterThan(25);
    expect(wait).toBeLessThanOrEqual(30);
    expect(await limit.take("other")).toBe(0);
  });
});

describe("without Redis", () => {
  it("each process goes on counting by itself, so that a guesser is still stopped", async () => {
    const away = connectTestRedis();
    away.disconnect();
    const growing = createGrowingLimit({ redis: away, name: name(), free: 1, windowSeconds: 60, longestWaitSeconds: 10 });
    expect(await growing.fail("k")).toBe(0);
    expect(await growing.fail("k")).toBe(2);
    expect(await growing.waitFor("k")).toBeGreaterThan(0);
    const fixed = createFixedLimit({ redis: away, name: name(), points: 1, windowSeconds: 30 });
    expect(await fixed.take("k")).toBe(0);
    expect(await fixed.take("k")).toBeGreaterThan(0);
  });
});

describe("the limits of the product", () => {
  const limits = createLimits({ redis, metrics, settings: { signIn: 2, register: 2, refresh: 2, wrongCodes: 2 } });
  const block = () => `203.0.113.${crypto.randomUUID()}`;

  it("make a guesser of passwords wait, but neither the same account elsewhere nor another account there", async () => {
    const [here, there] = [block(), block()];
    for (let failure = 0; failure < 3; failure += 1) await limits.afterSignIn("mai@example.test", here, false);
    expect(await failureFrom(() => limits.beforeSignIn("mai@example.test", here))).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: 2 });
    expect(await failureFrom(() => limits.beforeSignIn("mai@example.test", there))).toBeNull();
    expect(await failureFrom(() => limits.beforeSignIn("zoe@example.test", here))).toBeNull();
  });

  it("refuse new accounts, refreshes and wrong codes beyond their number, each on its own, and count the hits", async () => {
    const here = block();
    for (const limit of ["onRegister", "onRefresh", "onWrongCode"] as const) {
      expect(await failureFrom(() => limits[limit](here))).toBeNull();
      expect(await failureFrom(() => limits[limit](here))).toBeNull();
      expect(await failureFrom(() => limits[limit](here))).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) });
    }
    const text = await metrics.registry.metrics();
    for (const limit of ["sign-in", "register", "refresh", "wrong-codes"]) expect(text).toContain(`limit="${limit}"`);
  });
});
