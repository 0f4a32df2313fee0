import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedStretches, joinPatternSchema, patternOfBytes, patternStretchOf, timesOfStretch } from "./join-pattern";
import { joinPatternRule } from "./join-pattern-rule";

const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });

describe("the pattern at the door", () => {
  it("is four signs, whatever the bytes, and every one may come", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 32 }), (bytes) => {
        expect(joinPatternSchema.parse(patternOfBytes(bytes))).toBe(patternOfBytes(bytes));
      }),
    );
    const all = Array.from({ length: 256 }, (_, n) => patternOfBytes(Uint8Array.of(n & 3, (n >> 2) & 3, (n >> 4) & 3, n >> 6)));
    expect(new Set(all).size).toBe(256);
  });

  it("is good while it is on the screen and once as long again, and never before or after", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -40_000, max: 40_000 }), (shownAt, later) => {
        const stretch = patternStretchOf(shownAt);
        const { startsAt, endsAt } = timesOfStretch(stretch);
        expect(startsAt <= shownAt && shownAt < endsAt).toBe(true);
        const now = shownAt + later;
        expect(acceptedStretches(now).includes(stretch)).toBe(now >= startsAt && now < endsAt + joinPatternRule.everyMs);
      }),
    );
  });

  it("is read as people type it", () => {
    for (const typed of ["abcd", "A B C D", "ab-cd", " ABCD "]) expect(joinPatternSchema.parse(typed)).toBe("ABCD");
    for (const typed of ["", "ABC", "ABCDA", "ABCE", "1234", null, "A".repeat(1_000)]) expect(joinPatternSchema.safeParse(typed).success).toBe(false);
  });
});
