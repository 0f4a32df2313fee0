import type { QuestionId } from "../ids";
import type { RawAnswer } from "../question-types/question-type";
import { err, ok, type Result } from "../result";
import { beginAttempt, type AttemptRules, type AttemptState } from "./attempt";
import { answerQuestion, openQuestion } from "./attempt-moves";

export type AnswerAtOnce = RawAnswer & { questionId: string };

/** What is wrong with an attempt that came in one piece, and with which of its answers. */
export type AtOnceProblem = { problem: "UNKNOWN_QUESTION" | "ASKED_TWICE" | "BAD_ANSWER"; index: number };

/**
 * An attempt whose answers all come together, from a program: no times were measured, so only accuracy counts. What has no
 * answer was passed. All or nothing: one answer that can't be read refuses the whole.
 */
export function attemptAtOnce(rules: AttemptRules, answers: readonly AnswerAtOnce[], now: number): Result<AttemptState, AtOnceProblem> {
  const given = new Map<string, AnswerAtOnce>();
  const known = new Set<string>(rules.questions.keys());
  for (const [index, answer] of answers.entries()) {
    if (!known.has(answer.questionId)) return err({ problem: "UNKNOWN_QUESTION", index });
    if (given.has(answer.questionId)) return err({ problem: "ASKED_TWICE", index });
    given.set(answer.questionId, answer);
  }
  const order: QuestionId[] = [...rules.questions.keys()];
  const accuracyOnly = { ...rules, settings: { ...rules.settings, timeLimits: false, speedWeight: 0 } };
  let state = beginAttempt(order, { shuffle: false, now, randomInt: () => 0 });
  for (const questionId of order) {
    const opened = openQuestion(state, now);
    const raw = given.get(questionId) ?? null;
    const taken = answerQuestion(opened.ok ? opened.value : state, accuracyOnly, { questionId, answer: raw && rawOf(raw), now });
    if (!taken.ok) return err({ problem: "BAD_ANSWER", index: answers.findIndex((answer) => answer === raw) });
    state = taken.value.state;
  }
  return ok(state);
}

const rawOf = ({ selectedOption, answer }: AnswerAtOnce): RawAnswer => ({ selectedOption, answer });
