import type { QuestionId } from "../ids";

export type RememberedAnswer = { questionId: QuestionId; correct: boolean; at: number };

export type Mistake = {
  questionId: QuestionId;
  /** When it was last answered wrong. */
  wrongAt: number;
  /** Right answers since; the second one takes it off the list. */
  rightSince: 0 | 1;
  /** From when on it is worth asking again. */
  dueAt: number;
};

/** What was right once is asked again the next day: at once, it would only have been remembered from the screen. */
const spacingMs = 20 * 60 * 60_000;

/**
 * What somebody has to practise, worked out from all their answers, in whatever order they come: a question comes in with a
 * wrong answer, and leaves after two right ones in a row. The one that is due longest comes first.
 */
export function mistakesOf(answers: readonly RememberedAnswer[]): Mistake[] {
  const list = new Map<QuestionId, Mistake>();
  for (const { questionId, correct, at } of [...answers].sort((one, other) => one.at - other.at || Number(one.correct) - Number(other.correct))) {
    const mistake = list.get(questionId);
    if (!correct) list.set(questionId, { questionId, wrongAt: at, rightSince: 0, dueAt: at });
    else if (mistake?.rightSince === 0) list.set(questionId, { ...mistake, rightSince: 1, dueAt: at + spacingMs });
    else list.delete(questionId);
  }
  return [...list.values()].sort((one, other) => one.dueAt - other.dueAt || (one.questionId < other.questionId ? -1 : 1));
}
