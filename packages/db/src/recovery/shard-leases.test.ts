import { expect, it } from "vitest";
import { useDatabase } from "../../test/fresh-database";
import { releaseShardLease, renewShardLease, takeShardLease } from "./shard-leases";

const database = useDatabase();
let shard = 0;

const take = (holder: string, leaseMs = 60_000) => takeShardLease(database().sql, { region: "", shard, holder, leaseMs });

it("has one holder at a time, and a higher fence for each that comes", async () => {
  shard += 1;
  const first = await take("one");
  expect(first).toBe(1);
  expect(await take("two")).toBeNull();
  await releaseShardLease(database().sql, { region: "", shard, fence: 1 });
  expect(await take("two")).toBe(2);
  // Whoever was asleep can neither prolong nor give up what has become another's.
  await renewShardLease(database().sql, { region: "", shard, fence: 1 }, 60_000);
  await releaseShardLease(database().sql, { region: "", shard, fence: 1 });
  expect(await take("one")).toBeNull();
});

it("is taken from a holder that has died, and by one that was killed and is back", async () => {
  shard += 1;
  expect(await take("one", -1_000)).toBe(1);
  expect(await take("two")).toBe(2);
  expect(await take("two")).toBe(3);
});

it("is another one for each region", async () => {
  shard += 1;
  expect(await take("one")).toBe(1);
  expect(await takeShardLease(database().sql, { region: "eu", shard, holder: "two", leaseMs: 60_000 })).toBe(1);
});
