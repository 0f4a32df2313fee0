import { expect, it } from "vitest";
import { RoundTrips } from "./round-trips";

it("counts the fastest of the last five round trips, and no answer that was not asked for", () => {
  const trips = new RoundTrips();
  trips.answered(3);
  expect(trips.fastestMs).toBeUndefined();
  for (const [index, ms] of [20, 80, 90, 100, 110].entries()) {
    trips.ask(index * 1_000);
    trips.answered(index * 1_000 + ms);
    trips.answered(index * 1_000 + ms + 1);
  }
  expect(trips.fastestMs).toBe(20);
  trips.ask(9_000);
  trips.answered(9_200);
  expect(trips.fastestMs).toBe(80);
});
