import type { QuestionId } from "../ids";
import type { QuestionTypeName } from "../question-types/question-type";
import { unscoredTypes } from "../question-types/question-type-names";

type Played = { questionId: QuestionId; type: QuestionTypeName; answered: number; right: number; skipped?: true };

/** A question that this share of those who answered got wrong is worth asking again, unless the teacher sees it otherwise. */
export const defaultWrongPercent = 40;

/** What a class got wrong: the questions that at least this share (in percent) of those who answered did not have right, in the order of play. */
export function missedQuestions<Question extends Played>(questions: readonly Question[], wrongPercent: number): Question[] {
  return questions.filter(({ type, answered, right, skipped }) => !skipped && !unscoredTypes.has(type) && right < answered && (answered - right) * 100 >= wrongPercent * answered);
}
