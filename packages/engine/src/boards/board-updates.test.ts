import { expect, it } from "vitest";
import { userIdSchema } from "../ids";
import { type LivePeriod, boardName, livePeriods } from "./board";
import { boardUpdatesOf, type UserStanding } from "./board-updates";

const live: LivePeriod[] = livePeriods(Date.parse("2026-11-21T12:00:00Z"));
const standing: UserStanding = {
  userId: userIdSchema.parse("0193a2a4-0000-7000-8000-000000000001"), revision: 7, total: 900, country: "VN", toldCountry: "VN", shown: true, periods: live.map(() => null),
};
const placesOf = (given: Partial<UserStanding>) => Object.fromEntries(boardUpdatesOf({ ...standing, ...given }, live).map(({ board, score }) => [boardName(board), score]));

it("puts a user on the boards of all time and their country, and on those of the periods in which they earned something", () => {
  const periods = live.map(({ scope, name }) => (scope === "weekly" && name === "2026-47" ? 40 : null));
  expect(placesOf({ periods })).toEqual({ "leaderboard:all": 900, "leaderboard:weekly:2026-47": 40, "leaderboard:country:VN": 900 });
});

it("moves a user from one country's board to another's", () => {
  expect(placesOf({ country: "DE" })).toEqual({ "leaderboard:all": 900, "leaderboard:country:DE": 900, "leaderboard:country:VN": null });
  expect(placesOf({ country: null })).toEqual({ "leaderboard:all": 900, "leaderboard:country:VN": null });
  expect(placesOf({ toldCountry: null })).toEqual({ "leaderboard:all": 900, "leaderboard:country:VN": 900 });
});

it("takes whoever closed their account, or has no points left, off every board", () => {
  const periods = live.map(({ scope }) => (scope === "weekly" ? 0 : 30));
  expect(new Set(Object.values(placesOf({ shown: false, periods })))).toEqual(new Set([null]));
  expect(placesOf({ periods })).toMatchObject({ "leaderboard:all": 900, "leaderboard:weekly:2026-47": null, "leaderboard:monthly:2026-11": 30 });
  expect(placesOf({ total: 0 })).toMatchObject({ "leaderboard:all": null, "leaderboard:country:VN": null });
});
