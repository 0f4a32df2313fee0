import { InfrastructureError } from "@quickfire/realtime";
import { expect, it } from "vitest";
import { readWhileAway } from "./while-away";

const away = (retryable: boolean) => new InfrastructureError("Redis", { retryable });

it("reads again while Redis is away, so that nobody is sent off for a moment's outage", async () => {
  let left = 2;
  const read = async () => {
    left -= 1;
    if (left >= 0) throw away(true);
    return "there";
  };
  expect(await readWhileAway(read, () => 0)).toBe("there");
});

it("does not read again what will not change", async () => {
  let reads = 0;
  const read = async () => {
    reads += 1;
    throw away(false);
  };
  await expect(readWhileAway(read)).rejects.toMatchObject({ retryable: false });
  expect(reads).toBe(1);
});
