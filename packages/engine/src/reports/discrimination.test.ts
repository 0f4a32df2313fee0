import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discriminationsOf } from "./discrimination";

/** The formula as it stands in the book, question by question: slow, and nothing in common with how the product counts. */
function byTheBook(table: readonly (readonly boolean[])[], place: number): number | null {
  const rests = table.map((row) => row.filter((right, index) => right && index !== place).length);
  const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [ofRight, ofWrong] = [true, false].map((side) => rests.filter((_, index) => table[index]?.[place] === side));
  if (!ofRight?.length || !ofWrong?.length) return null;
  const mean = meanOf(rests);
  const deviation = Math.sqrt(meanOf(rests.map((rest) => (rest - mean) ** 2)));
  const p = ofRight.length / rests.length;
  return deviation === 0 ? null : ((meanOf(ofRight) - meanOf(ofWrong)) / deviation) * Math.sqrt(p * (1 - p));
}

const questions = 5;
const table = fc.array(fc.array(fc.boolean(), { minLength: questions, maxLength: questions }), { maxLength: 40 });
const placesOf = (row: readonly boolean[]) => row.flatMap((right, place) => (right ? [place] : []));

describe("the discrimination of questions", () => {
  it("is what the formula says, from -1 to 1, and null exactly where nothing can differ", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const found = discriminationsOf(rows.map(placesOf), questions);
        expect(found).toHaveLength(questions);
        found.forEach((value, place) => {
          const expected = rows.length === 0 ? null : byTheBook(rows, place);
          if (expected === null || value === null) return expect(value).toBe(expected);
          expect(value).toBeCloseTo(expected, 9);
          expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
        });
      }),
    );
  });

  it("does not depend on the order of the people, and stays when everybody is there twice", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const people = rows.map(placesOf);
        expect(discriminationsOf([...people].reverse(), questions)).toEqual(discriminationsOf(people, questions));
        discriminationsOf([...people, ...people], questions).forEach((value, place) => {
          const once = discriminationsOf(people, questions)[place] ?? null;
          if (once === null || value === null) expect(value).toBe(once);
          else expect(value).toBeCloseTo(once, 9);
        });
      }),
    );
  });

  it("turns its sign when the key of a question is turned round", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const [found] = discriminationsOf(rows.map(placesOf), questions);
        const [turned] = discriminationsOf(rows.map(([first, ...rest]) => placesOf([!first, ...rest])), questions);
        if (typeof found !== "number" || typeof turned !== "number") expect(turned).toBe(found);
        else expect(turned).toBeCloseTo(-found, 9);
      }),
    );
  });

  it("is 1 where only those who know everything else were right, and -1 where only those who know nothing else were", () => {
    expect(discriminationsOf([[0, 1, 2], [0, 1, 2], [], []], 3)).toEqual([1, 1, 1]);
    expect(discriminationsOf([[1, 2], [1, 2], [0], [0]], 3)[0]).toBe(-1);
  });
});
