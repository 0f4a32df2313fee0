import { describe, expect, it } from "vitest";
import { MessageBudget } from "./message-budget";

const settings = { perSecond: 20, burst: 40 };

describe("a message budget", () => {
  it("lets a burst through, and refuses what comes on top", () => {
    const budget = new MessageBudget(settings, 0);
    const verdicts = Array.from({ length: 41 }, () => budget.take(0));
    expect(verdicts.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => "fine"));
    expect(verdicts[40]).toBe("over");
  });

  it("lets 20 messages a second through for ever", () => {
    const budget = new MessageBudget(settings, 0);
    for (let at = 0; at < 60_000; at += 50) expect(budget.take(at)).toBe("fine");
  });

  it("has the burst in reserve again after some quiet", () => {
    const budget = new MessageBudget(settings, 0);
    for (let count = 0; count < 50; count += 1) budget.take(0);
    expect(budget.take(100)).toBe("over");
    expect(budget.take(3_000)).toBe("fine");
  });

  it("tells a flood from a slip", () => {
    const budget = new MessageBudget(settings, 0);
    for (let count = 0; count < 199; count += 1) expect(budget.take(0)).not.toBe("abuse");
    budget.take(0);
    expect(budget.take(0)).toBe("abuse");
  });
});
