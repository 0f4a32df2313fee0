import { describe, expect, it } from "vitest";
import { teamLanes } from "./team-lanes";
import { teamWallSizes } from "./team-wall-sizes";

const row = (team: number, score: number, rank: number) => ({ team, score, rank, members: 2 });

it("moves each team from where it lay to where it lies, and keeps the order in the page", () => {
  const lanes = teamLanes([row(2, 1_000, 1), row(1, 500, 2)], [row(1, 400, 1), row(2, 100, 2)]);
  expect(lanes.map(({ team, place, share, before }) => ({ team, place, share, before }))).toEqual([
    { team: 1, place: 1, share: 0.5, before: { place: 0, share: 1 } },
    { team: 2, place: 0, share: 1, before: { place: 1, share: 0.25 } },
  ]);
});

it("leaves a team where it is that was not on the board before, and has no length without points", () => {
  expect(teamLanes([row(3, 0, 1)], [])).toMatchObject([{ place: 0, share: 0, before: { place: 0, share: 0 } }]);
});

describe("the wall of teams", () => {
  it("names everybody as long as there is room, the larger the fewer there are", () => {
    expect(teamWallSizes([4, 4, 3, 3])).toMatchObject({ columns: 4, people: "large" });
    expect(teamWallSizes([9, 8])).toMatchObject({ columns: 2, people: "small" });
    expect(teamWallSizes([3, 3, 2, 2, 2, 2, 2, 2])).toMatchObject({ columns: 4, people: "small" });
  });
  it("shows letters where names find no room, small enough that none is cut", () => {
    const [few = 0, many = 0, most = 0] = [10, 30, 62].map((largest) => teamWallSizes(Array.from({ length: 8 }, () => largest)).letter);
    expect([few, many, most]).toEqual([...new Set([few, many, most])].toSorted((one, other) => other - one));
  });
});
