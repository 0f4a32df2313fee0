import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./passwords";

describe("passwords", () => {
  it("are hashed with a salt, so that equal ones look different", async () => {
    const [first, second] = await Promise.all([hashPassword("same"), hashPassword("same")]);
    expect(first).not.toBe(second);
    expect(await verifyPassword(first, "same")).toBe(true);
    expect(await verifyPassword(first, "other")).toBe(false);
  });

  it("never fit where there is no account, after work of the same cost", async () => {
    const median = async (check: () => Promise<boolean>) => {
      const times: number[] = [];
      for (let attempt = 0; attempt < 7; attempt += 1) {
        const startedAtMs = performance.now();
        expect(await check()).toBe(false);
        times.push(performance.now() - startedAtMs);
      }
      return times.sort((a, b) => a - b)[3] ?? 0;
    };
    const known = await hashPassword("something");
    const unknownAccount = await median(() => verifyPassword(null, "guess"));
    const wrongPassword = await median(() => verifyPassword(known, "guess"));
    // Skipping the hash would be thousands of times faster; a factor of three is noise.
    expect(unknownAccount).toBeGreaterThan(wrongPassword / 3);
  });
});
