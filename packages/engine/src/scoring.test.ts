import * as fc from "fast-check";
import { MAX_LIMIT_MS } from "./longest-limit";
import { ownLimitMs, ownTimePercents, weighedMs } from "./own-time";
import { describe, expect, it } from "vitest";
import { compensateLatency, pointsForAnswer, streakBonus } from "./scoring";

const answered = (elapsedMs: number, changes: Partial<Parameters<typeof pointsForAnswer>[0]> = {}) =>
  pointsForAnswer({ points: 1_000, share: 1, elapsedMs, limitMs: 20_000, speedWeight: 50, ...changes });

const worth = fc.record({
  points: fc.integer({ min: 0, max: 5_000 }),
  share: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
  elapsedMs: fc.integer({ min: -1_000, max: 700_000 }),
  limitMs: fc.integer({ min: 5_000, max: 600_000 }),
  speedWeight: fc.integer({ min: 0, max: 100 }),
});

describe("pointsForAnswer", () => {
  it.each([
    ["everything below half a second", 499, 1_000],
    ["by the formula from half a second on", 500, 988],
    ["three quarters in the middle", 10_000, 750],
    ["half at the very end", 20_000, 500],
    ["no less for an answer within the grace", 20_300, 500],
    ["a half rounded up, where doubles would make 871.4999…", 5_140, 872],
  ])("gives %s", (_, elapsedMs, points) => {
    expect(answered(elapsedMs)).toBe(points);
  });

  it("ignores speed at a weight of 0 and leaves nothing at the end at a weight of 100", () => {
    expect(answered(19_999, { speedWeight: 0 })).toBe(1_000);
    expect(answered(20_000, { speedWeight: 100 })).toBe(0);
  });

  it("gives the right share of what the speed earned", () => {
    expect(answered(10_000, { share: 1 / 3 })).toBe(250);
    expect(answered(10_000, { share: 0 })).toBe(0);
  });

  it("is always a whole number from 0 to the question's points", () => {
    fc.assert(
      fc.property(worth, (answer) => {
        const points = pointsForAnswer(answer);
        expect(Number.isInteger(points)).toBe(true);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(answer.points);
      }),
    );
  });

  it("never gives more for a slower answer", () => {
    fc.assert(
      fc.property(worth, fc.nat(10_000), (answer, laterMs) => {
        expect(pointsForAnswer({ ...answer, elapsedMs: answer.elapsedMs + laterMs })).toBeLessThanOrEqual(pointsForAnswer(answer));
      }),
    );
  });

  it("is within a rounding of the contract's formula", () => {
    fc.assert(
      fc.property(worth, (answer) => {
        const t = Math.min(Math.max(answer.elapsedMs, 0), answer.limitMs);
        const exact = t < 500 ? answer.points : answer.points * (1 - ((answer.speedWeight / 100) * t) / answer.limitMs);
        expect(Math.abs(pointsForAnswer({ ...answer, share: 1 }) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });
});

describe("streakBonus", () => {
  it("adds a tenth of the points from the 2nd right answer in a row, up to a half from the 6th", () => {
    const bonuses = [0, 1, 2, 3, 4, 5, 6, 7, 100].map((streak) => streakBonus({ points: 1_000, streak }));
    expect(bonuses).toEqual([0, 0, 100, 200, 300, 400, 500, 500, 500]);
  });

  it("adds nothing where the question has no points", () => {
    expect(streakBonus({ points: 0, streak: 6 })).toBe(0);
  });

  it("is a whole number", () => {
    expect(streakBonus({ points: 55, streak: 2 })).toBe(6);
  });
});

describe("a time of one's own", () => {
  it.each(ownTimePercents.filter((percent) => percent !== 0))("of %i %% makes the same part of it worth the same points", (percent) => {
    for (const part of [0.1, 0.25, 0.5, 0.75, 1]) {
      const limitMs = 20_000;
      const ownMs = ownLimitMs(limitMs, percent);
      const worth = (elapsedMs: number) => pointsForAnswer({ points: 1_000, share: 1, elapsedMs, limitMs, speedWeight: 50 });
      expect(worth(weighedMs(part * ownMs, percent))).toBe(worth(part * limitMs));
    }
  });

  it("without a timer costs nothing, and ends with the longest time that any question has", () => {
    expect(weighedMs(300_000, 0)).toBe(0);
    expect(ownLimitMs(20_000, 0)).toBe(MAX_LIMIT_MS);
  });
});

describe("compensateLatency", () => {
  it("gives back half of the round trip", () => {
    expect(compensateLatency({ elapsedMs: 3_000, roundTripMs: 240 })).toBe(2_880);
  });

  it("is bounded, and makes no answer earlier than the question", () => {
    expect(compensateLatency({ elapsedMs: 3_000, roundTripMs: 60_000 })).toBe(2_500);
    expect(compensateLatency({ elapsedMs: 100, roundTripMs: 600 })).toBe(0);
    expect(compensateLatency({ elapsedMs: 100, roundTripMs: -600 })).toBe(100);
  });
});
