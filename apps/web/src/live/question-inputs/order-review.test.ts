import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptInOrder } from "./OrderReview";

describe("what stands in its place", () => {
  it("is all but the one word that slipped", () => {
    expect([...keptInOrder([0, 1, 2, 3, 4], [0, 2, 3, 1, 4])]).toEqual([0, 2, 3, 4]);
    expect([...keptInOrder([3, 1, 2, 0], [3, 1, 2, 0])]).toEqual([3, 1, 2, 0]);
  });

  it("always runs the right way, and can't be made longer by any other word", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (own) => {
        const kept = own.filter((place) => keptInOrder([0, 1, 2, 3, 4, 5], own).has(place));
        expect(kept).toEqual([...kept].sort((one, other) => one - other));
        for (const place of own) {
          const longer = own.filter((one) => one === place || kept.includes(one));
          if (!kept.includes(place)) expect(longer).not.toEqual([...longer].sort((one, other) => one - other));
        }
      }),
    );
  });
});
