import * as fc from "fast-check";
import { expect, it } from "vitest";
import { idsFrom } from "../../test/arbitraries";
import { type QuestionId, questionIdSchema } from "../ids";
import { type EarnedPoints, improvementOver } from "./improvement";

const newId = idsFrom();
const ids = [newId(), newId(), newId()].map((id) => questionIdSchema.parse(id));
const earned: fc.Arbitrary<EarnedPoints> = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 0, max: 5_000 })), { selector: ([id]) => id }).map((pairs) => new Map(pairs));

it("gives for any number of plays what the best of each question adds up to, and not a point more", () => {
  fc.assert(
    fc.property(fc.array(earned, { maxLength: 12 }), (plays) => {
      const bests = new Map<QuestionId, number>();
      let total = 0;
      for (const play of plays) {
        const { delta, raised } = improvementOver(bests, play);
        expect(delta).toBeGreaterThanOrEqual(0);
        total += delta;
        for (const [id, points] of raised) bests.set(id, points);
      }
      const best = (id: QuestionId) => Math.max(0, ...plays.map((play) => play.get(id) ?? 0));
      expect(total).toBe(ids.reduce((sum, id) => sum + best(id), 0));
    }),
  );
});
