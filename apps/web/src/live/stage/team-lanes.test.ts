import { expect, it } from "vitest";
import { teamLanes } from "./team-lanes";

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
