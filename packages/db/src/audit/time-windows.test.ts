import { expect, it } from "vitest";
import { timeWindows } from "./time-windows";

const to = new Date("2026-11-20T12:00:00Z");

it("covers all time up to an instant, without a gap and without an overlap", () => {
  const windows = [...timeWindows({ from: null, to })];
  expect(windows[0]?.to).toEqual(to);
  windows.slice(1).forEach((window, index) => expect(window.to).toEqual(windows[index]?.from));
  expect(windows.at(-1)?.from).toBeNull();
});

it("ends where it is asked to", () => {
  const from = new Date("2026-11-20T11:59:00Z");
  const windows = [...timeWindows({ from, to })];
  expect(windows.at(-1)?.from).toEqual(from);
  expect(windows).toHaveLength(2);
  expect([...timeWindows({ from: to, to })]).toEqual([{ from: to, to }]);
});
