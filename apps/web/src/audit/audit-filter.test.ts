import { expect, it } from "vitest";
import { filterOf, isGameId, noFields, queryOf } from "./audit-filter";

it("asks for nothing where a field is empty", () => {
  expect(filterOf({ ...noFields, topic: "all", name: "  " })).toEqual({});
  expect(filterOf(noFields)).toEqual({ topic: "scores" });
});

it("turns the clock times of this device into instants, and what is none into nothing", () => {
  const at = "2026-11-20T09:30";
  expect(filterOf({ ...noFields, from: at, to: "soon" })).toEqual({ topic: "scores", from: new Date(at).toISOString() });
});

it("puts the same into an address, with all signs made harmless", () => {
  expect(queryOf(filterOf({ ...noFields, name: "A&B =1" }))).toBe("name=A%26B+%3D1&topic=scores");
});

it("knows a game's id", () => {
  expect(isGameId(" 1803a845-e7d0-4ec3-991d-db3bea342986 ")).toBe(true);
  expect(isGameId("483920")).toBe(false);
});
