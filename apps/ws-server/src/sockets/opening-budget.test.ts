import { expect, it } from "vitest";
import { OpeningBudget } from "./opening-budget";

it("lets each person open some sockets at once and then one now and again, whatever others do", () => {
  const budget = new OpeningBudget({ perSecond: 1, burst: 5 });
  const opened = Array.from({ length: 8 }, () => budget.take("ann", 0));
  expect(opened).toEqual([true, true, true, true, true, false, false, false]);
  expect(budget.take("ben", 0)).toBe(true);
  // The three that were refused count as well.
  expect(budget.take("ann", 3_500)).toBe(false);
  expect(budget.take("ann", 6_000)).toBe(true);
});
