import { describe, expect, it } from "vitest";
import { read, shareOf, sentences, stored } from "../../test/read-answers";
import { correctAnswerOf, rightInWords, shownPartsOf, tallyFormOf } from ".";

const year = stored({ type: "numeric", answer: 1969, tolerance: 2, min: 1900, max: 2000 });
const share = stored({ type: "numeric", answer: 0.3, unit: "l" });

describe("a number", () => {
  it("is right within its tolerance, the ends included", () => {
    for (const value of [1967, 1969, 1971]) expect(shareOf(year, { value })).toBe(1);
    for (const value of [1966, 1971.5]) expect(shareOf(year, { value })).toBe(0);
    expect(shareOf(share, { value: 0.1 + 0.2 })).toBe(1);
  });

  it.each([[1899], [2001], ["1969"], [null], [Number.NaN], [Number.POSITIVE_INFINITY]])("refuses %s", (value) => {
    expect(read(year, { value })).toBe("BAD_ANSWER");
  });

  it("reads minus zero as zero", () => {
    expect(JSON.stringify(read(share, { value: -0 }))).toBe(JSON.stringify(read(share, { value: 0 })));
  });

  it("tells players its bounds and its unit, and the answer at the reveal alone", () => {
    expect(shownPartsOf(year)).toEqual({ range: { min: 1900, max: 2000, unit: "" } });
    expect(shownPartsOf(share)).toEqual({ range: { unit: "l" } });
    expect(correctAnswerOf(year)).toEqual({ value: 1969, tolerance: 2, line: { from: 1900, to: 2000 } });
    expect(rightInWords(year)).toEqual(["1969 ± 2"]);
    expect(rightInWords(share)).toEqual(["0.3 l"]);
  });

  it("counts each answer by its value and on the number line", () => {
    expect(tallyFormOf(year).ids).toHaveLength(20);
    expect(read(year, { value: 1900 })).toMatchObject({ tallyKeys: ["1900", "B1"] });
    expect(read(year, { value: 1969 })).toMatchObject({ tallyKeys: ["1969", "B14"] });
    expect(read(year, { value: 2000 })).toMatchObject({ tallyKeys: ["2000", "B20"] });
    expect(read(share, { value: 900 })).toMatchObject({ tallyKeys: ["900", "B20"] });
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, "answer: Write the right number."],
    [{ answer: "7" }, "answer: The answer has to be a number."],
    [{ answer: 7, tolerance: -1 }, "tolerance: The tolerance can’t be less than 0."],
    [{ answer: 7, min: 8 }, "answer: The right number has to lie between the smallest and the largest answer."],
    [{ answer: 7, min: 9, max: 3 }, "max: The largest answer has to be more than the smallest."],
    [{ answer: 7, unit: "x".repeat(21) }, "unit: The unit is longer than 20 characters."],
  ])("refuses %j with a sentence", (question, sentence) => {
    expect(sentences({ type: "numeric", ...question })).toEqual([sentence]);
  });
});
