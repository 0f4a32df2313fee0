import * as fc from "fast-check";
import { expect, it } from "vitest";
import { pinSchema } from "./ids";
import { createPin } from "./pin";

it("makes six digits from any draw, with leading zeros", () => {
  fc.assert(
    fc.property(fc.nat(999_999), (drawn) => {
      expect(pinSchema.safeParse(createPin(() => drawn)).success).toBe(true);
    }),
  );
  expect(createPin(() => 42)).toBe("000042");
});

it("draws from all codes", () => {
  const limits: number[] = [];
  createPin((limit) => {
    limits.push(limit);
    return 0;
  });
  expect(limits).toEqual([1_000_000]);
});
