import { expect, it } from "vitest";
import { dayLater, fieldValue, isOpen, usualDeadline } from "./deadline-words";

it("extends from the deadline while it is ahead, and from now once it is past", () => {
  const deadline = "2026-11-20T12:00:00.000Z";
  const at = Date.parse(deadline);
  expect(dayLater(deadline, at - 1_000)).toBe("2026-11-21T12:00:00.000Z");
  expect(dayLater(deadline, at + 3_600_000)).toBe("2026-11-21T13:00:00.000Z");
  expect([isOpen(deadline, at), isOpen(deadline, at + 1)]).toEqual([true, false]);
});

it("shows the browser's field what it reads back as the same minute", () => {
  const usual = usualDeadline(Date.now());
  expect(new Date(fieldValue(usual)).getTime()).toBe(usual.getTime());
});
