import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type UserId, userIdSchema } from "../ids";
import { leagueMoves, type LeagueResult, leagueSize, leagueTiers, rankLeague, seatPlayers, tierAfter } from "./league";
import { pseudonymsOf } from "./pseudonyms";

const userNumber = (number: number): UserId => userIdSchema.parse(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`);
const league = fc.array(fc.nat(40), { maxLength: leagueSize }).map((points) => points.map((each, index) => ({ userId: userNumber(index), points: each })));
const tier = fc.nat(leagueTiers - 1);

describe("the end of a week in a league", () => {
  it("moves seven of thirty up and five down", () => {
    const results = rankLeague(Array.from({ length: 30 }, (_, index) => ({ userId: userNumber(index), points: 300 - index })), 3);
    expect(results.map(({ outcome }) => outcome)).toEqual([...Array<string>(7).fill("up"), ...Array<string>(18).fill("stay"), ...Array<string>(5).fill("down")]);
  });

  it("is fair: more points never lead lower, and equal points to the same", () => {
    fc.assert(
      fc.property(league, tier, (players, at) => {
        const results = rankLeague(players, at);
        const height = ({ outcome }: LeagueResult) => tierAfter(at, outcome);
        for (const one of results) {
          expect(one.rank).toBe(1 + players.filter(({ points }) => points > one.points).length);
          for (const other of results) {
            if (one.points > other.points) expect(height(one)).toBeGreaterThanOrEqual(height(other));
            if (one.points === other.points) expect(height(one)).toBe(height(other));
          }
        }
      }),
    );
  });

  it("keeps everybody within the tiers, lets nobody up without points, and no more down than so many", () => {
    fc.assert(
      fc.property(league, tier, (players, at) => {
        const results = rankLeague(players, at);
        for (const { outcome, points } of results) {
          expect(tierAfter(at, outcome)).toBeGreaterThanOrEqual(0);
          expect(tierAfter(at, outcome)).toBeLessThan(leagueTiers);
          if (points === 0) expect(outcome).not.toBe("up");
        }
        expect(results.filter(({ outcome }) => outcome === "down").length).toBeLessThanOrEqual(leagueMoves(players.length).down);
      }),
    );
  });

  it("moves nobody in a league of one, and somebody up as soon as there are two", () => {
    expect(rankLeague([{ userId: userNumber(1), points: 5 }], 2).map(({ outcome }) => outcome)).toEqual(["stay"]);
    expect(rankLeague([{ userId: userNumber(1), points: 5 }, { userId: userNumber(2), points: 4 }], 2).map(({ outcome }) => outcome)).toEqual(["up", "stay"]);
  });
});

it("seats everybody once, in leagues that are never too full, and fills those that have begun first", () => {
  const begun = fc.array(fc.nat(leagueSize), { maxLength: 4 }).map((seats) => seats.map((taken, index) => ({ leagueId: `league ${index}`, seats: taken })));
  fc.assert(
    fc.property(fc.nat(100), begun, (count, leagues) => {
      const players = Array.from({ length: count }, (_, index) => index);
      const { joining, founding } = seatPlayers(players, leagues);
      expect([...joining.flatMap((each) => each.players), ...founding.flat()]).toEqual(players);
      for (const { leagueId, players: taking } of joining) expect(taking.length + (leagues.find((each) => each.leagueId === leagueId)?.seats ?? 0)).toBeLessThanOrEqual(leagueSize);
      for (const each of founding) expect(each.length).toBeLessThanOrEqual(leagueSize);
      const free = leagues.reduce((sum, { seats }) => sum + leagueSize - seats, 0);
      expect(founding.length).toBe(Math.ceil(Math.max(0, count - free) / leagueSize));
    }),
  );
});

it("names the players of a league differently from one another, the same all week, and otherwise elsewhere", () => {
  const people = Array.from({ length: leagueSize }, (_, index) => userNumber(index));
  const names = pseudonymsOf("one league", people, "en");
  expect(new Set(names.values()).size).toBe(leagueSize);
  expect(pseudonymsOf("one league", [...people].reverse(), "en")).toEqual(names);
  const elsewhere = pseudonymsOf("another league", people, "en");
  expect(people.filter((userId) => names.get(userId) === elsewhere.get(userId)).length).toBeLessThan(5);
  expect(pseudonymsOf("one league", people, "vi").get(userNumber(0))).not.toBe(names.get(userNumber(0)));
});
