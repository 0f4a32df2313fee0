import type { GameEvent, OpenQuestion } from "../messages";
import { closedQuestionView, openQuestionView } from "../views";
import { type AskedQuestion, attemptEnd, type AttemptRules, type AttemptState, type ClosedAnswer, openOf, questionOfAttempt, scoreOf } from "./attempt";

/** A question that may be told whole: what was right, why, and what the learner made of it. */
export type ReviewedQuestion = {
  question: OpenQuestion;
  closed: Extract<GameEvent, { type: "question_closed" }>["payload"];
  answer: unknown;
  correct: boolean | null;
  points: number;
};

export type AttemptView = {
  round: number;
  rounds: number;
  finished: boolean;
  endsAt: number;
  /** The open one, as players of live games see theirs. */
  question: OpenQuestion | null;
  /** The last one that was closed, where why is told at once. */
  last: ReviewedQuestion | null;
  /** Null as long as it could tell what was right. */
  score: number | null;
  /** All of them, once the attempt is over; in the order in which they were asked. */
  reviews: ReviewedQuestion[] | null;
};

/**
 * All that may leave the server of an attempt: what is right only of questions that are closed, and where so set only once the
 * attempt is over. Each attempt is seen by itself, so a second one tells nothing that the first one did not.
 */
export function attemptView(state: AttemptState, rules: AttemptRules): AttemptView {
  const finished = state.finishedAt !== null;
  const atOnce = rules.settings.feedback === "question";
  const open = openOf(state);
  const reviewed = state.asked.flatMap((asked) => (asked.closed ? [reviewOf(asked, asked.closed, { state, rules })] : []));
  return {
    round: state.asked.length,
    rounds: state.order.length,
    finished,
    endsAt: attemptEnd(state, rules),
    question: open && shownQuestion(open, { state, rules }),
    last: atOnce ? (reviewed.at(-1) ?? null) : null,
    score: finished || atOnce ? scoreOf(state) : null,
    reviews: finished ? reviewed : null,
  };
}

type Whole = { state: AttemptState; rules: AttemptRules };

function shownQuestion({ questionId, openedAt }: AskedQuestion, { state, rules }: Whole): OpenQuestion {
  const question = questionOfAttempt(rules, questionId);
  const endsAt = rules.settings.timeLimits ? openedAt + question.timeLimit * 1_000 : attemptEnd(state, rules);
  return openQuestionView(question, { round: state.order.indexOf(questionId) + 1, rounds: state.order.length, startsAt: openedAt, endsAt });
}

function reviewOf(asked: AskedQuestion, { answer, correct, points }: ClosedAnswer, whole: Whole): ReviewedQuestion {
  const tally = { answered: answer === null ? 0 : 1, right: correct ? 1 : 0 };
  return { question: shownQuestion(asked, whole), closed: closedQuestionView(questionOfAttempt(whole.rules, asked.questionId), tally), answer, correct, points };
}
