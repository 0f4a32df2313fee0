import { userIdSchema } from "@quickfire/engine";
import { createFakeClock } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import { createAccountCache } from "./account-cache";

const userId = userIdSchema.parse(crypto.randomUUID());
const user = { userId, username: "Mai", roles: ["author"] as const };

describe("the accounts behind open sessions and keys", () => {
  it("are looked up once in five seconds", async () => {
    const clock = createFakeClock();
    const cache = createAccountCache({ now: clock.now });
    let lookups = 0;
    const look = async () => ((lookups += 1), user);
    for (let request = 0; request < 5; request += 1) expect(await cache.confirm("one", look)).toEqual(user);
    expect(lookups).toBe(1);
    await cache.confirm("two", look);
    expect(lookups).toBe(2);
    clock.advance(5_001);
    await cache.confirm("one", look);
    expect(lookups).toBe(3);
  });

  it("that were disabled elsewhere are out within five seconds, and here at once", async () => {
    const clock = createFakeClock();
    const cache = createAccountCache({ now: clock.now });
    await cache.confirm("one", async () => user);
    clock.advance(5_001);
    expect(await cache.confirm("one", async () => null)).toBeNull();
    await cache.confirm("two", async () => user);
    cache.forget(userId);
    expect(await cache.confirm("two", async () => null)).toBeNull();
  });

  it("are not remembered as they were before a change that was made during the look", async () => {
    const cache = createAccountCache({ now: createFakeClock().now });
    await cache.confirm("one", async () => (cache.forget(userId), user));
    expect(await cache.confirm("one", async () => null)).toBeNull();
  });

  it("are asked for again where the question failed", async () => {
    const cache = createAccountCache({ now: createFakeClock().now });
    await expect(cache.confirm("one", () => Promise.reject(new Error("Postgres is away")))).rejects.toThrow("away");
    expect(await cache.confirm("one", async () => user)).toEqual(user);
  });
});
