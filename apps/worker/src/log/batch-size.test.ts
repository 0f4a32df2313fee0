import { expect, it } from "vitest";
import { eventsPerBatch, inParts, nextEntryCount } from "./batch-size";

it("asks for more while entries are small and there are plenty", () => {
  expect(nextEntryCount(50, { entries: 50, events: 50 })).toBe(100);
  expect(nextEntryCount(1_000, { entries: 1_000, events: 900 })).toBe(1_000);
});

it("asks for less when a reading brought far more than a batch", () => {
  expect(nextEntryCount(50, { entries: 200, events: 80_000 })).toBe(25);
  expect(nextEntryCount(4, { entries: 64, events: 25_600 })).toBe(4);
});

it("stays where it is when little is going on, or just enough", () => {
  expect(nextEntryCount(50, { entries: 3, events: 3 })).toBe(50);
  expect(nextEntryCount(50, { entries: 50, events: eventsPerBatch })).toBe(50);
});

it("cuts a list into parts that hold all of it in its order", () => {
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inParts([], 2)).toEqual([]);
});
