import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boardName, lateMs, livePeriods } from "./board";
import { periodBefore, monthAt, monthNamed, weekAt, weekNamed } from "./period";

const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) });

describe("periods", () => {
  it.each([
    ["2026-11-21T23:59:59.999Z", "2026-47"],
    ["2026-11-23T00:00:00.000Z", "2026-48"],
    ["2027-01-03T12:00:00.000Z", "2026-53"],
    ["2027-01-04T00:00:00.000Z", "2027-01"],
    ["2024-12-30T00:00:00.000Z", "2025-01"],
    ["2021-01-01T00:00:00.000Z", "2020-53"],
  ])("puts %s into the ISO week %s", (at, name) => {
    expect(weekAt(Date.parse(at)).name).toBe(name);
  });

  it.each([["week", weekAt, weekNamed], ["month", monthAt, monthNamed]] as const)("has every instant in exactly one %s, which is found again by its name", (_kind, periodAt, periodNamed) => {
    fc.assert(
      fc.property(instant, (at) => {
        const period = periodAt(at);
        expect(period.startsAt <= at && at < period.endsAt).toBe(true);
        expect(periodAt(period.startsAt)).toEqual(period);
        expect(periodAt(period.endsAt).startsAt).toBe(period.endsAt);
        expect(periodBefore(periodAt(period.endsAt), periodAt)).toEqual(period);
        expect(periodNamed(period.name)).toEqual(period);
      }),
    );
  });

  it("knows no week and no month that the calendar has not", () => {
    for (const name of ["2026-54", "2025-53", "2026-00", "2026-1", "x", ""]) expect(weekNamed(name), name).toBeNull();
    for (const name of ["2026-13", "2026-00", "2026-1", "2026-011"]) expect(monthNamed(name), name).toBeNull();
  });
});

describe("boards", () => {
  it("have the names that the contract gives them", () => {
    const names = [{ scope: "all" }, { scope: "weekly", period: "2026-47" }, { scope: "monthly", period: "2026-11" }, { scope: "country", country: "VN" }] as const;
    expect(names.map(boardName)).toEqual(["leaderboard:all", "leaderboard:weekly:2026-47", "leaderboard:monthly:2026-11", "leaderboard:country:VN"]);
  });

  it("are kept for the running week and month, and for the last ones while something may come late", () => {
    fc.assert(
      fc.property(instant, (now) => {
        const live = livePeriods(now);
        expect(live.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt).map(({ scope }) => scope)).toEqual(["weekly", "monthly"]);
        for (const { endsAt } of live) expect(now).toBeLessThan(endsAt + lateMs);
        for (const late of [now - lateMs + 1, now]) expect(live.map(({ name }) => name)).toEqual(expect.arrayContaining([weekAt(Math.max(late, now - 7 * 86_400_000)).name]));
      }),
    );
  });
});
