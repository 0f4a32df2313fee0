import { createMetrics } from "@quickfire/telemetry";
import { connectTestRedis } from "@quickfire/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failureOf } from "../errors";
import { createFixedLimit } from "./fixed-limit";
import { createGrowingLimit } from "./growing-limit";
import { createLimits } from "./limits";
import { defaultLimits, limitNames, limitsTable } from "./limits-table";

const redis = connectTestRedis();
const metrics = createMetrics({ service: "test", nodeDefaults: false });
const name = () => `test-${crypto.randomUUID()}`;

// Before the connection is up each process counts by itself.
beforeAll(() => redis.ping());
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
  });

  it("counts tries before they are made: of a hundred at once no more get through than one after the other", async () => {
    const limit = createGrowingLimit({ redis, name: name(), free: 3, windowSeconds: 60, longestWaitSeconds: 10 });
    const waits = await Promise.all(Array.from({ length: 100 }, () => limit.attempt("k")));
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(4);
    expect(Math.max(...waits)).toBeLessThanOrEqual(2);
    expect(await limit.attempt("other")).toBe(0);
  });

  it("lets one more through after each wait, and makes the next one longer", async () => {
    const shared = { redis, name: name(), free: 1, windowSeconds: 60, longestWaitSeconds: 60 };
    const limit = createGrowingLimit(shared);
    for (let free = 0; free < 2; free += 1) expect(await limit.attempt("k")).toBe(0);
    expect(await limit.attempt("k")).toBe(2);
    await redis.del(`limit:${shared.name}:gate:k`);
    expect(await limit.attempt("k")).toBe(0);
    expect(await limit.attempt("k")).toBe(4);
  });

  it("forgets on success, and takes back a try that was none", async () => {
    const limit = createGrowingLimit({ redis, name: name(), free: 1, windowSeconds: 60, longestWaitSeconds: 10 });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await limit.attempt("taken back")).toBe(0);
      await limit.takeBack("taken back");
    }
    await limit.attempt("k");
    await limit.attempt("k");
    expect(await limit.attempt("k")).toBeGreaterThan(0);
    await limit.forgive("k");
    expect(await limit.attempt("k")).toBe(0);
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
    expect(await growing.attempt("k")).toBe(0);
    expect(await growing.attempt("k")).toBeGreaterThan(0);
    const fixed = createFixedLimit({ redis: away, name: name(), points: 1, windowSeconds: 30 });
    expect(await fixed.take("k")).toBe(0);
    expect(await fixed.take("k")).toBeGreaterThan(0);
  });
});

describe("the limits of the product", () => {
  const limits = createLimits({ redis, metrics, settings: { ...defaultLimits, signIn: 2, signInAccount: 6, signInAddress: 8, register: 2, refresh: 2, wrongCodes: 2, wrongPatterns: 2, api: 2, takeUps: 2, answers: 2, actions: 2, newQuizzes: 2, bots: 2, exports: 2, badTokens: 2, refreshSession: 2, mailsTo: 2, mailsFrom: 3 } });
  const block = () => `203.0.113.${crypto.randomUUID()}`;

  const tryOften = async (tries: number, work: () => Promise<void>) => {
    const codes: (string | undefined)[] = [];
    for (let count = 0; count < tries; count += 1) codes.push((await failureFrom(work))?.code);
    return codes.filter((code) => code === "RATE_LIMITED").length;
  };
  const account = () => `${crypto.randomUUID()}@example.test`;

  it("make a guesser of passwords wait, but neither the same account elsewhere nor another account there", async () => {
    const [here, there, mai] = [block(), block(), account()];
    expect(await tryOften(3, () => limits.beforeSignIn(mai, here))).toBe(0);
    expect(await failureFrom(() => limits.beforeSignIn(mai, here))).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: 2 });
    expect(await failureFrom(() => limits.beforeSignIn(mai, there))).toBeNull();
    expect(await failureFrom(() => limits.beforeSignIn(account(), here))).toBeNull();
  });

  it("stop who guesses one account from many addresses, and many accounts from one, but none who knows the password", async () => {
    const [here, mai] = [block(), account()];
    expect(await tryOften(12, () => limits.beforeSignIn(mai, block()))).toBeGreaterThan(0);
    expect(await tryOften(12, () => limits.beforeSignIn(account(), here))).toBeGreaterThan(0);
    const school = block();
    for (let pupil = 0; pupil < 30; pupil += 1) {
      const name = account();
      expect(await failureFrom(() => limits.beforeSignIn(name, school))).toBeNull();
      await limits.afterSignIn(name, school);
    }
  });

  it("refuse everything else beyond its number, each key on its own, and count the hits", async () => {
    const names = ["onRegister", "onRefresh", "onRefreshOf", "onWrongCode", "onTakeUp", "onAnswer", "onAction", "onNewQuiz", "onBots", "onExport", "onCall", "onBadToken"] as const;
    for (const limit of names) {
      const [one, other] = [block(), block()];
      expect(await tryOften(2, () => limits[limit](one)), limit).toBe(0);
      expect(await failureFrom(() => limits[limit](one)), limit).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) });
      expect(await failureFrom(() => limits[limit](other)), limit).toBeNull();
    }
    const [game, hall] = [block(), block()];
    expect(await tryOften(9, () => limits.beforePattern(game, hall))).toBeGreaterThan(4);
    for (let right = 0; right < 9; right += 1) {
      await limits.beforePattern(game, `${hall}, elsewhere`);
      await limits.afterPattern(game, `${hall}, elsewhere`);
    }
    const [asker, to] = [block(), account()];
    expect(await tryOften(3, () => limits.onMail(to, block()))).toBe(1);
    expect(await tryOften(4, () => limits.onMail(account(), asker))).toBe(1);
    const text = await metrics.registry.metrics();
    for (const limit of limitNames) expect(text, limit).toContain(`limit="${limitsTable[limit].name}"`);
  });
});
