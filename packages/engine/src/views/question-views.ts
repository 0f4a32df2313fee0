import { correctAnswerOf, optionsOf, shownPartsOf, shownTextOf, soundOf, tallyFormOf, type StoredQuestion } from "../question-types";
import type { GameEvent, OpenQuestion, Tally } from "../messages";
import { wireInstant } from "./instant";

export type QuestionTimes = { round: number; rounds: number; startsAt: number; endsAt: number };

/**
 * A question as everyone sees it before the reveal. Each field is named here, so that a new one of the question reaches nobody
 * by accident; the explanation waits for the reveal, as it mostly tells the answer.
 */
export function openQuestionView(question: StoredQuestion, { round, rounds, startsAt, endsAt }: QuestionTimes): OpenQuestion {
  const options = optionsOf(question);
  const { id, type } = question;
  const { parts, left, range, speech } = shownPartsOf(question);
  return {
    questionId: id,
    text: shownTextOf(question),
    options: options.map((option) => option.text),
    optionIds: options.map((option) => option.id),
    type,
    ...shownMedia(question),
    ...(parts ? { parts } : {}),
    ...(left ? { left } : {}),
    ...(range ? { range } : {}),
    ...(speech === undefined ? {} : { speech }),
    round,
    rounds,
    startTime: wireInstant(startsAt),
    endTime: wireInstant(endsAt),
  };
}

function shownMedia(question: StoredQuestion): Pick<OpenQuestion, "media"> {
  const { media } = question;
  const sound = soundOf(question) ?? media?.audio;
  return media || sound ? { media: { image: media?.image, audio: sound, alt: media?.alt } } : {};
}

type QuestionClosed = Extract<GameEvent, { type: "question_closed" }>["payload"];

/** What the reveal tells about a question: the right answer and the explanation, without the tally. */
export const revealView = (question: StoredQuestion): Omit<QuestionClosed, "tally"> => ({
  questionId: question.id,
  correct: correctAnswerOf(question),
  ...(question.explanation === undefined ? {} : { explanation: question.explanation }),
});

/** The whole of `question_closed`. */
export const closedQuestionView = (question: StoredQuestion, tally: Tally): QuestionClosed => ({ ...revealView(question), tally });

/** How often each key of a round was answered, as the contract shows it: every option or part, and the most frequent texts. */
export function tallyView(question: StoredQuestion, counted: { answered: number; right: number; counts: ReadonlyMap<string, number> }): Tally {
  const { answered, right, counts } = counted;
  const { ids, texts } = tallyFormOf(question);
  const named = new Set(ids);
  const frequent = [...counts]
    .filter(([key]) => !named.has(key))
    .map(([text, n]) => ({ text, n }))
    .sort((left, other) => other.n - left.n || (left.text < other.text ? -1 : 1));
  return {
    answered,
    right,
    ...(ids.length > 0 || texts === 0 ? { options: Object.fromEntries(ids.map((id) => [id, counts.get(id) ?? 0])) } : {}),
    ...(texts > 0 ? { texts: frequent.slice(0, texts) } : {}),
  };
}
