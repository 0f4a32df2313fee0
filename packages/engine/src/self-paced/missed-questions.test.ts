import { expect, it } from "vitest";
import { idsFrom } from "../../test/arbitraries";
import { questionIdSchema } from "../ids";
import { createAssignmentCode } from "./assignment-code";
import { missedQuestions } from "./missed-questions";

const newId = idsFrom();
const played = (answered: number, right: number, more: { skipped?: true; type?: "poll" } = {}) => ({ questionId: questionIdSchema.parse(newId()), type: "choice" as const, answered, right, ...more });

it("asks again what enough of those who answered got wrong", () => {
  const questions = [played(10, 7), played(10, 6), played(10, 0, { skipped: true }), played(0, 0), played(3, 1), played(10, 0, { type: "poll" })];
  expect(missedQuestions(questions, 40)).toEqual([questions[1], questions[4]]);
  expect(missedQuestions(questions, 100)).toEqual([]);
  expect(missedQuestions([played(10, 10)], 0)).toEqual([]);
});

it("gives links of letters that can be told apart", () => {
  let next = 0;
  expect(createAssignmentCode((limit) => (next += 7) % limit)).toMatch(/^[a-hj-km-np-z2-9]{12}$/);
});
