import { gameIdSchema, pinSchema, userIdSchema } from "@quickfire/engine";
import fc from "fast-check";
import { expect, it } from "vitest";
import { usePrivateRedis } from "../test/private-redis";
import { agreeOnShards } from "./agree-on-shards";
import { connectRedis } from "./connect-redis";
import { gameKeys, hostGamesKey, pinKey } from "./keys";
import { shardOf } from "./shards";

const server = usePrivateRedis();
const gameIds = fc.uuid().map((id) => gameIdSchema.parse(id));

it("stops a process that is told another number of shards than was recorded", async () => {
  const redis = await connectRedis(server().url);
  await agreeOnShards(redis, 16);
  await agreeOnShards(redis, 16);
  await expect(agreeOnShards(redis, 8)).rejects.toThrow("SHARDS is 8, but this Redis was set up with 16: set SHARDS=16");
  redis.disconnect();
});

it("puts a game where it has always been", () => {
  expect(shardOf(gameIdSchema.parse("7c9e6679-7425-40de-944b-e07fc1f90ae7"), 16)).toBe(3);
  expect(shardOf(gameIdSchema.parse("eu-7c9e6679-7425-40de-944b-e07fc1f90ae7"), 16)).toBe(0);
});

it("spreads games evenly", () => {
  const counts = new Map<number, number>();
  for (const id of fc.sample(gameIds, { numRuns: 8_000, seed: 7 })) counts.set(shardOf(id, 16), (counts.get(shardOf(id, 16)) ?? 0) + 1);
  for (let shard = 0; shard < 16; shard += 1) expect(counts.get(shard)).toBeGreaterThan(300);
});

it("keeps all keys of a game in one slot", () => {
  fc.assert(
    fc.property(gameIds, fc.integer({ min: 1, max: 64 }), (gameId, shards) => {
      const keys = gameKeys(gameId, shards);
      const all = [...Object.values(keys).filter((key) => typeof key === "string"), keys.answers(3), keys.tally(3)];
      expect(all.every((key) => key.startsWith(keys.tag))).toBe(true);
    }),
  );
});

it("names PINs and hosts outside of the shards", () => {
  expect(pinKey(pinSchema.parse("012345"))).toBe("{pin}:012345");
  expect(hostGamesKey(userIdSchema.parse("7c9e6679-7425-40de-944b-e07fc1f90ae7"))).toBe("{host:7c9e6679-7425-40de-944b-e07fc1f90ae7}:games");
});
