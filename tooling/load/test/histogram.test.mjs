import { describe, expect, it } from "vitest";
import { Histogram } from "../src/figures/histogram.mjs";
import { mergeArrivals, summaryOf } from "../src/figures/game-figures.mjs";

describe("a histogram", () => {
  it("tells percentiles to within one percent", () => {
    const histogram = new Histogram();
    for (let ms = 1; ms <= 1_000; ms += 1) histogram.record(ms);
    for (const share of [0.5, 0.95, 0.99, 1]) expect(Math.abs((histogram.percentile(share) ?? 0) / (share * 1_000) - 1)).toBeLessThan(0.01);
  });

  it("never tells more than the largest, nor anything where nothing was measured", () => {
    expect(new Histogram().summary()).toBeNull();
    expect(summaryOf([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7, mean: 7 });
  });

  it("adds up over processes to what one would have measured", () => {
    const [one, other, all] = [new Histogram(), new Histogram(), new Histogram()];
    for (let ms = 1; ms <= 300; ms += 1) {
      (ms % 3 === 0 ? one : other).record(ms);
      all.record(ms);
    }
    one.add(other.parts());
    expect(one.summary()).toEqual(all.summary());
  });
});

describe("the arrivals of an event", () => {
  it("reach from the first socket of all processes to the last of all", () => {
    const merged = mergeArrivals([
      { "e.1": { first: 100, last: 130, count: 2, arrivals: Float64Array.of(100, 130) } },
      { "e.1": { first: 90, last: 110, count: 2, arrivals: Float64Array.of(90, 110) }, "e.2": { first: 1, last: 1, count: 1, arrivals: Float64Array.of(1) } },
    ]);
    expect(merged.get("e.1")).toEqual({ first: 90, last: 130, count: 4, arrivals: [100, 130, 90, 110] });
    expect(merged.size).toBe(2);
  });
});
