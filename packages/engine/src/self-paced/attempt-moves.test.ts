import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someAnswerTo } from "../../test/answers-to";
import { anInstant, idsFrom, quizVersion, versionOf } from "../../test/arbitraries";
import { quizDraftSchema, type QuizVersion, storeQuiz } from "../quiz";
import { type AssignmentSettingsInput, assignmentSettingsSchema } from "./assignment-settings";
import { attemptEnd, attemptGraceMs, type AttemptRules, type AttemptState, beginAttempt, openOf, scoreOf } from "./attempt";
import { answerQuestion, openQuestion, settleAttempt } from "./attempt-moves";

const hour = 3_600_000;
const minute = 60_000;

function quiz(): QuizVersion {
  const question = { type: "choice", text: "Big?", timeLimit: 20, points: 1_000, options: [{ text: "large", correct: true }, { text: "tiny", correct: false }] };
  return versionOf(storeQuiz(quizDraftSchema.parse({ title: "Words", questions: [question, { ...question, text: "Bigger?" }] }), idsFrom()));
}

function rulesOf({ questions }: QuizVersion, settings: AssignmentSettingsInput = {}, deadline = anInstant + hour): AttemptRules {
  return { questions: new Map(questions.map((one) => [one.id, one])), settings: assignmentSettingsSchema.parse(settings), deadline };
}

const begin = (rules: AttemptRules, now = anInstant): AttemptState => beginAttempt([...rules.questions.keys()], { shuffle: false, now, randomInt: () => 0 });

function opened(state: AttemptState, now: number): AttemptState {
  const moved = openQuestion(state, now);
  if (!moved.ok) throw new Error(moved.error);
  return moved.value;
}

function answered(state: AttemptState, rules: AttemptRules, { text, now }: { text: string; now: number }): AttemptState {
  const open = openOf(state);
  const taken = open && answerQuestion(state, rules, { questionId: open.questionId, answer: { selectedOption: text }, now });
  if (!taken?.ok) throw new Error("the answer was not taken");
  return taken.value.state;
}

describe("an attempt", () => {
  it("asks one question after another and is over with the last answer", () => {
    const rules = rulesOf(quiz());
    const first = answered(opened(begin(rules), anInstant), rules, { text: "large", now: anInstant + 50_000 });
    expect(first).toMatchObject({ finishedAt: null, asked: [{ closed: { correct: true, points: 1_000, timeMs: 50_000 } }] });
    const second = answered(opened(first, anInstant + minute), rules, { text: "tiny", now: anInstant + 2 * minute });
    expect(second).toMatchObject({ finishedAt: anInstant + 2 * minute });
    expect(scoreOf(second)).toBe(1_000);
    expect(openQuestion(second, anInstant + hour)).toEqual({ ok: false, error: "FINISHED" });
  });

  it("shows the open question again with its clock running on", () => {
    const rules = rulesOf(quiz());
    const once = opened(begin(rules), anInstant);
    expect(opened(once, anInstant + minute)).toBe(once);
  });

  it("keeps the first answer to a question, whatever comes after it", () => {
    const rules = rulesOf(quiz());
    const open = opened(begin(rules), anInstant);
    const state = answered(open, rules, { text: "tiny", now: anInstant + 10 });
    const questionId = state.order[0];
    if (!questionId) throw new Error("no question");
    expect(answerQuestion(state, rules, { questionId, answer: { selectedOption: "large" }, now: anInstant + 20 })).toEqual({ ok: true, value: { state, repeated: true } });
  });

  it("refuses answers to what was not asked yet and what is no answer, and stays as it is", () => {
    const rules = rulesOf(quiz());
    const state = opened(begin(rules), anInstant);
    const [open, next] = state.order;
    if (!open || !next) throw new Error("no questions");
    expect(answerQuestion(state, rules, { questionId: next, answer: { selectedOption: "large" }, now: anInstant })).toEqual({ ok: false, error: "NOT_OPEN" });
    expect(answerQuestion(state, rules, { questionId: open, answer: { selectedOption: "huge" }, now: anInstant })).toEqual({ ok: false, error: "BAD_ANSWER" });
  });

  it("counts a passed question as wrong", () => {
    const rules = rulesOf(quiz());
    const state = opened(begin(rules), anInstant);
    const questionId = state.order[0];
    if (!questionId) throw new Error("no question");
    const passed = answerQuestion(state, rules, { questionId, answer: null, now: anInstant + 5 });
    expect(passed).toMatchObject({ ok: true, value: { state: { asked: [{ closed: { answer: null, correct: false, points: 0 } }] } } });
  });

  it("weighs speed by the server's own times where limits hold", () => {
    const rules = rulesOf(quiz(), { timeLimits: true, speedWeight: 50 });
    const state = answered(opened(begin(rules), anInstant), rules, { text: "large", now: anInstant + 10_000 });
    expect(scoreOf(state)).toBe(750);
  });
});

describe("time", () => {
  it("closes a question when its limit and the grace are over, and not a moment earlier", () => {
    const rules = rulesOf(quiz(), { timeLimits: true });
    const state = opened(begin(rules), anInstant);
    const closing = anInstant + 20_000 + attemptGraceMs;
    expect(settleAttempt(state, rules, closing - 1)).toBe(state);
    expect(settleAttempt(state, rules, closing)).toMatchObject({ finishedAt: null, asked: [{ closed: { at: closing, answer: null, correct: false } }] });
  });

  it("lets whoever begins just before the deadline finish within the allowance, and ends the attempt then", () => {
    const rules = rulesOf(quiz(), {}, anInstant + 1);
    const state = opened(begin(rules), anInstant);
    // Two questions of 20 s, with 30 s each to read.
    const end = anInstant + 100_000;
    expect(attemptEnd(state, rules)).toBe(end);
    expect(settleAttempt(state, rules, end - 1)).toBe(state);
    expect(settleAttempt(state, rules, end + hour)).toMatchObject({ finishedAt: end, asked: [{ closed: { answer: null } }] });
  });

  it("lets a question that is open at the end have what is left of its limit", () => {
    const rules = rulesOf(quiz(), { timeLimits: true }, anInstant + 100_000);
    const late = opened(begin(rules), anInstant + 99_000);
    const answer = anInstant + 110_000;
    expect(settleAttempt(late, rules, answer)).toBe(late);
    const state = answered(late, rules, { text: "large", now: answer });
    expect(settleAttempt(state, rules, answer)).toMatchObject({ finishedAt: answer });
  });
});

describe("whatever is done in whatever order", () => {
  const move = fc.record({ kind: fc.constantFrom("open", "answer", "pass"), waitMs: fc.integer({ min: 0, max: 700_000 }), pick: fc.nat(), question: fc.nat() });

  it("no question counts twice, none earns more than its points, and what is closed never changes", () => {
    fc.assert(
      fc.property(quizVersion({ maxQuestions: 4 }), fc.boolean(), fc.array(move, { maxLength: 30 }), (version, timeLimits, moves) => {
        const rules = rulesOf(version, { timeLimits, speedWeight: timeLimits ? 40 : 0 });
        let [state, now] = [begin(rules), anInstant];
        for (const { kind, waitMs, pick, question } of moves) {
          now += waitMs;
          const before = state;
          state = settleAttempt(state, rules, now);
          const target = version.questions[question % version.questions.length];
          if (!target) continue;
          const moved = kind === "open" ? openQuestion(state, now) : answerQuestion(state, rules, { questionId: target.id, answer: kind === "pass" ? null : { answer: someAnswerTo(target, pick) }, now });
          if (moved.ok) state = "state" in moved.value ? moved.value.state : moved.value;
          before.asked.forEach(({ closed }, index) => closed && expect(state.asked[index]?.closed).toEqual(closed));
          if (before.finishedAt !== null) expect(state).toEqual(before);
        }
        expect(new Set(state.asked.map(({ questionId }) => questionId)).size).toBe(state.asked.length);
        expect(state.asked.filter(({ closed }) => closed === null).length).toBeLessThanOrEqual(1);
        for (const { questionId, closed } of state.asked) expect(closed?.points ?? 0).toBeLessThanOrEqual(rules.questions.get(questionId)?.points ?? 0);
      }),
    );
  });
});
