import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareStandings, gapToNext, rankStandings } from "./ranking";

const row = fc.record({ score: fc.nat(5), totalMs: fc.nat(5), joinOrder: fc.nat(50) });

describe("rankStandings", () => {
  it("shares a rank among equal scores and skips the ranks that they take", () => {
    const rows = [300, 200, 200, 100].map((score, joinOrder) => ({ score, totalMs: 0, joinOrder }));
    expect(rankStandings(rows).map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
  });

  it("orders equal scores by total answer time, and full ties by who joined first", () => {
    const slow = { name: "slow", score: 9, totalMs: 20, joinOrder: 0 };
    const late = { name: "late", score: 9, totalMs: 10, joinOrder: 2 };
    const first = { name: "first", score: 9, totalMs: 10, joinOrder: 1 };
    const ranked = rankStandings([slow, late, first]);
    expect(ranked.map(({ name, rank }) => [name, rank])).toEqual([["first", 1], ["late", 1], ["slow", 1]]);
  });

  it("gives everyone one more than the number of better scores", () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const ranked = rankStandings(rows);
        expect(ranked).toHaveLength(rows.length);
        for (const { score, rank } of ranked) expect(rank).toBe(1 + rows.filter((other) => other.score > score).length);
        expect([...ranked].sort(compareStandings)).toEqual(ranked);
      }),
    );
  });
});

describe("gapToNext", () => {
  it("is what is missing to the nearest better score", () => {
    expect(gapToNext(100, [500, 130, 100, 90])).toBe(30);
  });

  it("is absent for those in front, also where they share the front", () => {
    expect(gapToNext(500, [500, 500, 90])).toBeUndefined();
    expect(gapToNext(0, [])).toBeUndefined();
  });
});
