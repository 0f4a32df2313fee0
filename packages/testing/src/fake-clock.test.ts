import { expect, it } from "vitest";
import { createFakeClock } from "./fake-clock";

it("stands still until it is told to go on", () => {
  const clock = createFakeClock(1_000);
  expect([clock.now(), clock.now()]).toEqual([1_000, 1_000]);
  expect(clock.advance(250)).toBe(1_250);
  clock.set(5_000);
  expect(clock.now()).toBe(5_000);
});
