import { expect, it } from "vitest";
import { isOfSentinels, isRedisAddress, readSentinels } from "./redis-address";

it.each(["redis://127.0.0.1:6379", "rediss://user:word@redis.example", "redis://one:1, redis://two:2", "sentinel://one:26379/quickfire,sentinel://two:26379/quickfire"])("%s is an address", (list) => {
  expect(isRedisAddress(list)).toBe(true);
});

it.each(["", "localhost:6379", "redis://one:1,nonsense", "sentinel://one:26379", "sentinel://one:26379/", "redis://one:1,sentinel://two:26379/quickfire"])("%j is none", (list) => {
  expect(isRedisAddress(list)).toBe(false);
});

it("names the Sentinels, what they watch, and who may speak with it", () => {
  const list = "sentinel://app:a%20word@one:1/quickfire,sentinel://[::1]/quickfire";
  expect(isOfSentinels(list)).toBe(true);
  expect(readSentinels(list)).toEqual({ sentinels: [{ host: "one", port: 1 }, { host: "::1", port: 26_379 }], name: "quickfire", username: "app", password: "a word" });
});
