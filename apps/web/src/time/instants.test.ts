import { describe, expect, it } from "vitest";
import { describePast, describeSeconds } from "./instants";

const now = new Date(2026, 10, 20, 15, 0, 0).getTime();
const ago = (ms: number) => new Date(now - ms).toISOString();
const hours = (count: number) => count * 3_600_000;

describe("describePast", () => {
  it("grows coarser with distance", () => {
    expect(describePast(ago(5_000), now, "en")).toBe("now");
    expect(describePast(ago(180_000), now, "en")).toBe("3 minutes ago");
    expect(describePast(ago(hours(2)), now, "en")).toBe("2 hours ago");
    expect(describePast(ago(hours(20)), now, "en")).toBe("yesterday");
    expect(describePast(ago(hours(72)), now, "en")).toBe("Tue");
    expect(describePast(ago(hours(24 * 9)), now, "en-GB")).toBe("11 Nov");
    expect(describePast(ago(hours(24 * 400)), now, "en-GB")).toBe("16 Oct 2025");
  });
  it("takes a clock that is ahead for now", () => {
    expect(describePast(ago(-60_000), now, "en")).toBe("now");
  });
  it("speaks the interface's language", () => {
    expect(describePast(ago(hours(20)), now, "vi").toLowerCase()).toBe("hôm qua");
  });
});

it("describeSeconds keeps one decimal", () => {
  expect(describeSeconds(4_200, "en")).toBe("4.2");
  expect(describeSeconds(12_000, "vi")).toBe("12,0");
});
