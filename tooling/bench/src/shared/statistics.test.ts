import { describe, expect, it } from "vitest";
import { alternate, median, quantile, rounded, spreadOf } from "./statistics";

describe("the statistics of a run", () => {
  it("take the middle value, or halfway between the two in the middle", () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
  });

  it("take quantiles from what was measured", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0.5, 0.95, 0.99, 1].map((q) => quantile(hundred, q))).toEqual([50, 95, 99, 100]);
    expect(quantile([5], 0.5)).toBe(5);
  });

  it("name the extremes beside the median", () => {
    expect(spreadOf([5, 1, 9])).toEqual({ median: 5, min: 1, max: 9 });
  });

  it("give each variant its turn at the beginning and at the end", () => {
    expect(alternate(["a", "b", "c"], 4)).toEqual([["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"], ["a", "c", "b"]]);
  });

  it("keep four digits", () => {
    expect([rounded(123_456), rounded(0.012_345_6)]).toEqual([123_500, 0.012_35]);
  });
});
