import * as fc from "fast-check";
import { expect, it } from "vitest";
import { dealtTeam, isTeamFull } from "./team-sizes";

it("deals into the smallest team, the first of several, so that dealt teams differ by one at most", () => {
  expect([dealtTeam([0, 0, 0]), dealtTeam([1, 0, 0]), dealtTeam([1, 2, 2]), dealtTeam([3, 1])]).toEqual([1, 2, 1, 2]);
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.nat({ max: 60 }), (teams, people) => {
      const sizes = Array.from({ length: teams }, () => 0);
      for (let dealt = 0; dealt < people; dealt += 1) sizes[dealtTeam(sizes) - 1]! += 1;
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

it("lets nobody pick a team that is ahead by more than one, and always somebody pick one", () => {
  expect([isTeamFull([1, 0], 1), isTeamFull([2, 0], 1), isTeamFull([2, 0], 2), isTeamFull([4, 3, 3], 1)]).toEqual([false, true, false, false]);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 8 }), (sizes) => {
      expect(isTeamFull(sizes, dealtTeam(sizes))).toBe(false);
    }),
  );
});
