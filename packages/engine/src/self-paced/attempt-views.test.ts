import * as fc from "fast-check";
import { expect, it } from "vitest";
import { anInstant, idsFrom, quizDraft, versionOf } from "../../test/arbitraries";
import { otherwiseAnswered } from "../../test/otherwise-answered";
import { storeQuiz } from "../quiz";
import { type AssignmentSettings, assignmentSettingsSchema } from "./assignment-settings";
import { type AttemptRules, type AttemptState, beginAttempt, openOf } from "./attempt";
import { answerQuestion, openQuestion } from "./attempt-moves";
import { attemptView } from "./attempt-views";

/** Two quizzes that differ only in what is right. */
const twins = quizDraft({ maxQuestions: 4 }).map((draft) => [draft, { ...draft, questions: draft.questions.map(otherwiseAnswered) }].map((one) => versionOf(storeQuiz(one, idsFrom()))));

function passed(rules: AttemptRules, questions: number): AttemptState {
  let state = beginAttempt([...rules.questions.keys()], { shuffle: false, now: anInstant, randomInt: () => 0 });
  for (let number = 0; number < questions; number += 1) {
    const opened = openQuestion(state, anInstant + number);
    if (!opened.ok) break;
    const open = openOf(opened.value);
    const taken = open && answerQuestion(opened.value, rules, { questionId: open.questionId, answer: null, now: anInstant + number });
    if (taken?.ok) state = taken.value.state;
  }
  const next = openQuestion(state, anInstant + questions);
  return next.ok ? next.value : state;
}

const views = (versions: readonly { questions: AttemptRules["questions"] extends ReadonlyMap<unknown, infer Question> ? Question[] : never }[], settings: AssignmentSettings, done: number) =>
  versions.map((version) => {
    const rules = { questions: new Map(version.questions.map((question) => [question.id, question])), settings, deadline: anInstant + 1_000_000 };
    return attemptView(passed(rules, done), rules);
  });

it("tells nothing of what is right before an attempt is over, where why is told at the end", () => {
  const settings = assignmentSettingsSchema.parse({ feedback: "end" });
  fc.assert(
    fc.property(twins, fc.nat({ max: 3 }), (versions, answered) => {
      const done = Math.min(answered, (versions[0]?.questions.length ?? 1) - 1);
      const [one, other] = views(versions, settings, done);
      expect(one).toEqual(other);
      expect(one).toMatchObject({ finished: false, last: null, score: null, reviews: null, question: expect.anything() });
    }),
  );
});

it("tells of the closed question alone, where why is told at once", () => {
  const settings = assignmentSettingsSchema.parse({ feedback: "question" });
  fc.assert(
    fc.property(twins, fc.nat({ max: 3 }), (versions, answered) => {
      const done = Math.min(answered, (versions[0]?.questions.length ?? 1) - 1);
      const [one, other] = views(versions, settings, done);
      expect(one?.question).toEqual(other?.question);
      expect(one?.reviews).toBeNull();
      expect(one?.last?.question.questionId).toBe(done === 0 ? undefined : versions[0]?.questions[done - 1]?.id);
    }),
  );
});

it("tells everything once it is over", () => {
  fc.assert(
    fc.property(twins, (versions) => {
      const [one] = views(versions, assignmentSettingsSchema.parse({ feedback: "end" }), 4);
      expect(one).toMatchObject({ finished: true, question: null, score: 0 });
      expect(one?.reviews?.map(({ closed }) => closed.questionId)).toEqual(versions[0]?.questions.map(({ id }) => id));
    }),
  );
});
