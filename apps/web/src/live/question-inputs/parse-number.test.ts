import { describe, expect, it } from "vitest";
import { parseNumber, sliderStep } from "./parse-number";

describe("a number as people write it", () => {
  it.each([
    ["1969", 1969], ["3.5", 3.5], ["3,5", 3.5], ["-7", -7], ["−7", -7], [" 12 000 ", 12_000], ["0,30", 0.3], [".5", 0.5], ["5.", 5],
  ])("reads “%s”", (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([[""], ["-"], ["."], ["1,2,3"], ["12a"], ["1e9"], ["٣"], ["--1"]])("takes “%s” for none", (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

it("lets a slider go in whole steps where there is room for them", () => {
  expect(sliderStep({ min: 1900, max: 2000 })).toBe(1);
  expect(sliderStep({ min: 0, max: 1 })).toBe(0.01);
  expect(sliderStep({ min: 0.5, max: 10.5 })).toBe(0.1);
});
