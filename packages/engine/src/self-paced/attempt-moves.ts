import type { QuestionId } from "../ids";
import { isScored, readAnswer } from "../question-types";
import type { RawAnswer } from "../question-types/question-type";
import { err, ok, type Result } from "../result";
import { pointsForAnswer } from "../scoring";
import { type AskedQuestion, attemptEnd, type AttemptRules, type AttemptState, type ClosedAnswer, closesAt, openOf, questionOfAttempt } from "./attempt";

/**
 * Closes what time has closed: the open question when its limit is over, the whole attempt when its end is. Every other move
 * begins with it, so that nothing has to wake up when nobody looks.
 */
export function settleAttempt(state: AttemptState, rules: AttemptRules, now: number): AttemptState {
  if (state.finishedAt !== null) return state;
  const end = attemptEnd(state, rules);
  const open = openOf(state);
  const closing = open && closesAt(open, rules);
  const settled = open && closing !== null && now >= closing ? closed(state, open, missed(open, rules, closing)) : state;
  if (now < end || settled.finishedAt !== null) return settled;
  const left = openOf(settled);
  const over = left ? closed(settled, left, missed(left, rules, end)) : settled;
  // What was open at the end may have been answered after it.
  return { ...over, finishedAt: Math.max(end, over.asked.at(-1)?.closed?.at ?? end) };
}

/** Shows the next question; the same one again, with its clock running on, for whoever comes back to it. */
export function openQuestion(state: AttemptState, now: number): Result<AttemptState, "FINISHED"> {
  if (state.finishedAt !== null) return err("FINISHED");
  const questionId = state.order[state.asked.length];
  if (openOf(state) || questionId === undefined) return ok(state);
  return ok({ ...state, asked: [...state.asked, { questionId, openedAt: now, closed: null }] });
}

/** `answer` is null for whoever passes. */
export type AnswerGiven = { questionId: QuestionId; answer: RawAnswer | null; now: number };
export type AnswerTaken = { state: AttemptState; /** The question was closed before: its first result stands. */ repeated: boolean };

/** Takes an answer once, scored by the rules of live play without their streaks; the last one finishes the attempt. */
export function answerQuestion(state: AttemptState, rules: AttemptRules, { questionId, answer, now }: AnswerGiven): Result<AnswerTaken, "NOT_OPEN" | "BAD_ANSWER"> {
  const asked = state.asked.find((one) => one.questionId === questionId);
  if (!asked) return err("NOT_OPEN");
  if (asked.closed) return ok({ state, repeated: true });
  if (answer === null) return ok({ state: closed(state, asked, missed(asked, rules, now)), repeated: false });

  const question = questionOfAttempt(rules, questionId);
  const read = readAnswer(question, answer);
  if (!read.ok) return read;
  const { mark } = read.value;
  const timeMs = Math.max(0, now - asked.openedAt);
  const limitMs = question.timeLimit * 1_000;
  const { timeLimits, speedWeight } = rules.settings;
  const points = mark ? pointsForAnswer({ points: question.points, share: mark.share, elapsedMs: timeMs, limitMs, speedWeight: timeLimits ? speedWeight : 0 }) : 0;
  const result = { at: now, answer: read.value.answer, correct: mark?.correct ?? null, points, timeMs: timeLimits ? Math.min(timeMs, limitMs) : timeMs };
  return ok({ state: closed(state, asked, result), repeated: false });
}

function closed(state: AttemptState, question: AskedQuestion, result: ClosedAnswer): AttemptState {
  const asked = state.asked.map((one) => (one === question ? { ...one, closed: result } : one));
  const last = asked.length === state.order.length;
  return { ...state, asked, finishedAt: last ? result.at : state.finishedAt };
}

/** What nobody can get right can't be got wrong either. */
function missed({ questionId, openedAt }: AskedQuestion, rules: AttemptRules, at: number): ClosedAnswer {
  const correct = isScored(questionOfAttempt(rules, questionId)) ? false : null;
  return { at, answer: null, correct, points: 0, timeMs: at - openedAt };
}
