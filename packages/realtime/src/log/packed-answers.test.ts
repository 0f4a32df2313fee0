import { randomUUID } from "node:crypto";
import { answerSubmissionSchema, participantIdSchema } from "@quickfire/engine";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { MarkedAnswer } from "../game-store.types";
import { GivenAnswers, readPackedAnswers } from "./packed-answers";

const questionId = randomUUID();
const origins = [{ ip: "10.0.0.1", userAgent: "one" }, { ip: null, userAgent: null }];
const said = fc.oneof(
  fc.record({ selectedOption: fc.oneof(fc.string({ maxLength: 20 }), fc.nat()) }),
  fc.record({ answer: fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(fc.string(), fc.boolean())) }),
);
const besides = fc.record({ answeredAt: fc.oneof(fc.string({ maxLength: 40 }), fc.integer()), actionId: fc.string({ minLength: 1, maxLength: 64 }) }, { requiredKeys: [] });

const kinds = JSON.stringify([{ marked: '{"answer":{"option":"a"},"correct":true' }, { marked: "" }]);
const pack = (round: number, given: readonly MarkedAnswer[]) => {
  const told = new GivenAnswers(round);
  for (const one of given) told.add(one);
  const answers = given.flatMap(({ participantId, receivedAt }, place) => [participantId, (place % 2) + 1, receivedAt, 0, 0]);
  return { kinds, answers: JSON.stringify(answers), told: told.toJson() };
};
const answerOf = (submission: unknown, from: number): MarkedAnswer => ({
  participantId: participantIdSchema.parse(randomUUID()), submission: answerSubmissionSchema.parse(submission), receivedAt: 1, origin: origins[from % 2] ?? { ip: null, userAgent: null },
});

it("gives back what came in, whoever sent it and whatever else was said, also of a question that is none of the quiz", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(said, besides), { minLength: 1, maxLength: 20 }), fc.boolean(), (messages, isKnown) => {
      const given = messages.map(([what, more], index) => answerOf({ questionId: isKnown ? questionId : `other ${index}`, ...what, ...more }, index));
      const read = readPackedAnswers(isKnown ? questionId : "", pack(isKnown ? 1 : 0, given));
      expect(read.map(({ participantId, submission, origin }) => ({ participantId, submission, origin }))).toEqual(given.map(({ participantId, submission, origin }) => ({ participantId, submission, origin })));
      expect(read.map(({ correct }) => correct)).toEqual(given.map((_, place) => (place % 2 === 0 ? true : null)));
    }),
    { numRuns: 50 },
  );
});

it.each([
  ["too few", { told: JSON.stringify({ origins, given: [] }) }],
  ["an answer of no kind", { kinds: "[]" }],
  ["an answer from nowhere", { told: JSON.stringify({ origins: [], given: [0, "a", null, null, null] }) }],
])("refuses %s", (_what, change) => {
  const packed = pack(1, [answerOf({ questionId, selectedOption: "a" }, 0)]);
  expect(readPackedAnswers(questionId, packed)).toHaveLength(1);
  expect(() => readPackedAnswers(questionId, { ...packed, ...change })).toThrow();
});
