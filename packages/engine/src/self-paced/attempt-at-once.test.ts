import { expect, it } from "vitest";
import { anInstant, idsFrom, versionOf } from "../../test/arbitraries";
import { quizDraftSchema, storeQuiz } from "../quiz";
import { assignmentSettingsSchema } from "./assignment-settings";
import { scoreOf } from "./attempt";
import { attemptAtOnce } from "./attempt-at-once";

const options = [{ text: "large", correct: true }, { text: "tiny", correct: false }];
const version = versionOf(storeQuiz(quizDraftSchema.parse({
  title: "Words",
  questions: [{ type: "choice", text: "Big?", points: 700, options }, { type: "truefalse", text: "Is it?", points: 300, answer: true }],
}), idsFrom()));
const rules = { questions: new Map(version.questions.map((question) => [question.id, question])), settings: assignmentSettingsSchema.parse({}), deadline: 0 };
const [first, second] = version.questions.map(({ id }) => id as string);

it("scores what came, passes the rest, and is over at once", () => {
  const attempt = attemptAtOnce(rules, [{ questionId: first ?? "", selectedOption: "large" }], anInstant);
  expect(attempt.ok && scoreOf(attempt.value)).toBe(700);
  expect(attempt).toMatchObject({ value: { finishedAt: anInstant, asked: [{ closed: { correct: true } }, { closed: { correct: false, answer: null } }] } });
});

it("refuses the whole for one answer that is none, and says which", () => {
  const good = { questionId: first ?? "", selectedOption: 0 };
  expect(attemptAtOnce(rules, [good, { questionId: "elsewhere", selectedOption: 0 }], anInstant)).toEqual({ ok: false, error: { problem: "UNKNOWN_QUESTION", index: 1 } });
  expect(attemptAtOnce(rules, [good, good], anInstant)).toEqual({ ok: false, error: { problem: "ASKED_TWICE", index: 1 } });
  expect(attemptAtOnce(rules, [good, { questionId: second ?? "", selectedOption: "maybe" }], anInstant)).toEqual({ ok: false, error: { problem: "BAD_ANSWER", index: 1 } });
  expect(attemptAtOnce(rules, [{ questionId: "__proto__", selectedOption: 0 }], anInstant)).toMatchObject({ ok: false });
});
