import { describe, expect, it } from "vitest";
import { smallestTeam } from "./pick-team";

describe("dealing a team", () => {
  it("gives the team with the fewest members, the first of several", () => {
    expect(smallestTeam(3, [])).toBe(1);
    expect(smallestTeam(3, [1])).toBe(2);
    expect(smallestTeam(3, [1, 2, 2, 3, 3])).toBe(1);
    expect(smallestTeam(2, [1, 1, 1, 2])).toBe(2);
  });
});
