import { expect, it } from "vitest";
import { type BenchReport, drawTable, inPercent, inRange, toJson } from "./report";

const report: BenchReport = {
  bench: "fanout",
  options: { rounds: 1 },
  table: [["", "µs"], ["Quickfire", inRange({ median: 9.5, min: 9, max: 10.04 })], ["ws", "10.0"]],
  variants: { quickfire: { cpu: 9.5 }, preframed: { cpu: 10 } },
  ratios: { quickfireOverPreframed: 0.95 },
  notes: [],
  lost: [],
};

it("draws the variants below one another", () => {
  expect(drawTable(report.table)).toEqual([`${" ".repeat(23)}µs`, "Quickfire  9.5 (9.0–10.0)", "ws                   10.0"]);
  expect(inPercent(0.456)).toBe("46 %");
});

it("puts variants, ratios and the machine on one line of JSON", () => {
  const text = toJson(report);
  expect(text).not.toContain("\n");
  expect(JSON.parse(text)).toMatchObject({ bench: "fanout", variants: { quickfire: { cpu: 9.5 } }, ratios: { quickfireOverPreframed: 0.95 }, machine: { cpus: expect.any(Number) } });
});
