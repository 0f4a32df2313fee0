import type { RandomInt } from "../chance";
import type { QuestionId } from "../ids";
import type { StoredQuestion } from "../question-types";
import { InvariantError } from "../result";
import type { AssignmentSettings } from "./assignment-settings";

/** What became of a question. `answer` is null where it was passed, or its time ran out. */
export type ClosedAnswer = { at: number; answer: unknown; correct: boolean | null; points: number; timeMs: number };

/** A question of an attempt from the moment in which its learner first saw it. */
export type AskedQuestion = { questionId: QuestionId; openedAt: number; closed: ClosedAnswer | null };

/** One way through an assignment: the questions so far in the order in which they are asked, at most one of them open. */
export type AttemptState = { order: readonly QuestionId[]; startedAt: number; asked: readonly AskedQuestion[]; finishedAt: number | null };

export type AttemptRules = { questions: ReadonlyMap<QuestionId, StoredQuestion>; settings: AssignmentSettings; deadline: number };

/** An answer that was given in time may be this long on its way. Wider than in a live game, where everybody waits for it. */
export const attemptGraceMs = 2_000;

/** For reading what a question taught, once the deadline is past. */
const readingMs = 30_000;

/** A new attempt. Chance is an argument, and asked only where the order is to be shuffled. */
export function beginAttempt(questions: readonly QuestionId[], { shuffle, now, randomInt }: { shuffle: boolean; now: number; randomInt: RandomInt }): AttemptState {
  return { order: shuffle ? shuffled(questions, randomInt) : questions, startedAt: now, asked: [], finishedAt: null };
}

export function questionOfAttempt({ questions }: Pick<AttemptRules, "questions">, questionId: QuestionId): StoredQuestion {
  const question = questions.get(questionId);
  if (!question) throw new InvariantError(`the version of an attempt has no question ${questionId}`);
  return question;
}

export const openOf = ({ asked }: Pick<AttemptState, "asked">): AskedQuestion | null => asked.find(({ closed }) => closed === null) ?? null;

export const scoreOf = ({ asked }: Pick<AttemptState, "asked">): number => asked.reduce((sum, { closed }) => sum + (closed?.points ?? 0), 0);

/** When a question takes no more answers; null where it has no hurry. */
export function closesAt({ questionId, openedAt }: AskedQuestion, rules: AttemptRules): number | null {
  return rules.settings.timeLimits ? openedAt + questionOfAttempt(rules, questionId).timeLimit * 1_000 + attemptGraceMs : null;
}

/**
 * When an attempt ends by itself: at the deadline, but never before it had as long as its questions' time limits add up to, with
 * half a minute for each to read. So whoever begins in the last minute can finish, and nobody can keep an attempt open for ever.
 * A question that is open under a time limit then still has what is left of it.
 */
export function attemptEnd(state: Pick<AttemptState, "order" | "startedAt" | "asked">, rules: AttemptRules): number {
  const allowanceMs = state.order.reduce((sum, questionId) => sum + questionOfAttempt(rules, questionId).timeLimit * 1_000 + readingMs, 0);
  const end = Math.max(rules.deadline, state.startedAt + allowanceMs);
  const open = openOf(state);
  return Math.max(end, (open && closesAt(open, rules)) ?? 0);
}

function shuffled<Item>(items: readonly Item[], randomInt: RandomInt): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(randomInt(left.length), 1));
}
