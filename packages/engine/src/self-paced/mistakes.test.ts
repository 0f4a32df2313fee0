import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idsFrom } from "../../test/arbitraries";
import { questionIdSchema } from "../ids";
import { mistakesOf, type RememberedAnswer } from "./mistakes";

const newId = idsFrom();
const ids = [newId(), newId(), newId()].map((id) => questionIdSchema.parse(id));

const answers: fc.Arbitrary<RememberedAnswer[]> = fc
  .array(fc.record({ questionId: fc.constantFrom(...ids), correct: fc.boolean() }), { maxLength: 40 })
  .map((list) => list.map((answer, index) => ({ ...answer, at: index * 1_000 })));

describe("the list of mistakes", () => {
  it("holds exactly the questions that were once wrong and not right twice in a row since", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const listed = mistakesOf(given).map(({ questionId }) => questionId);
        for (const id of ids) {
          const results = given.filter(({ questionId }) => questionId === id).map(({ correct }) => correct);
          const since = results.slice(results.lastIndexOf(false) + 1);
          expect(listed.includes(id)).toBe(results.includes(false) && since.length < 2);
        }
        expect(new Set(listed).size).toBe(listed.length);
      }),
    );
  });

  it("does not depend on the order in which answers are read", () => {
    fc.assert(fc.property(answers, fc.integer(), (given, seed) => {
      const mixed = [...given].sort((one, other) => Math.sin(one.at + seed) - Math.sin(other.at + seed));
      expect(mistakesOf(mixed)).toEqual(mistakesOf(given));
    }));
  });

  it("asks what was right once only the next day, and what is wrong at once", () => {
    const [one, other] = ids;
    if (!one || !other) throw new Error("no ids");
    const list = mistakesOf([{ questionId: one, correct: false, at: 0 }, { questionId: one, correct: true, at: 10 }, { questionId: other, correct: false, at: 20 }]);
    expect(list).toEqual([
      { questionId: other, wrongAt: 20, rightSince: 0, dueAt: 20 },
      { questionId: one, wrongAt: 0, rightSince: 1, dueAt: 10 + 20 * 3_600_000 },
    ]);
  });
});
