// @vitest-environment node
import { userIdSchema } from "@quickfire/engine";
import { createFakeClock } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import { createAccountCache } from "./account-cache";

const userId = userIdSchema.parse(crypto.randomUUID());
const user = { userId, username: "Mai", roles: ["author"] as const };

describe("the accounts behind open sessions", () => {
  it("are looked up once in half a minute", async () => {
    const clock = createFakeClock();
    const cache = createAccountCache({ now: clock.now });
    let lookups = 0;
    const look = async () => ((lookups += 1), user);
    for (let request = 0; request < 5; request += 1) expect(await cache.confirm(userId, look)).toEqual(user);
    expect(lookups).toBe(1);
    clock.advance(30_001);
    await cache.confirm(userId, look);
    expect(lookups).toBe(2);
  });

  it("that were blocked are out within half a minute", async () => {
    const clock = createFakeClock();
    const cache = createAccountCache({ now: clock.now });
    await cache.confirm(userId, async () => user);
    clock.advance(30_001);
    expect(await cache.confirm(userId, async () => null)).toBeNull();
  });

  it("are asked for again where the question failed", async () => {
    const cache = createAccountCache({ now: createFakeClock().now });
    await expect(cache.confirm(userId, () => Promise.reject(new Error("Postgres is away")))).rejects.toThrow("away");
    expect(await cache.confirm(userId, async () => user)).toEqual(user);
  });
});
