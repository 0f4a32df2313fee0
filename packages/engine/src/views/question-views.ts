import { correctAnswerOf, optionsOf, tallyFormOf, type StoredQuestion } from "../question-types";
import type { GameEvent, OpenQuestion, Tally } from "../messages";
import { wireInstant } from "./instant";

export type QuestionTimes = { round: number; rounds: number; startsAt: number; endsAt: number };

/**
 * A question as everyone sees it before the reveal. Each field is named here, so that a new one of the question reaches nobody
 * by accident; the explanation waits for the reveal, as it mostly tells the answer.
 */
export function openQuestionView(question: StoredQuestion, { round, rounds, startsAt, endsAt }: QuestionTimes): OpenQuestion {
  const options = optionsOf(question);
  const { id, text, type, media } = question;
  return {
    questionId: id,
    text,
    options: options.map((option) => option.text),
    optionIds: options.map((option) => option.id),
    type,
    ...(media ? { media: { image: media.image, audio: media.audio, alt: media.alt } } : {}),
    round,
    rounds,
    startTime: wireInstant(startsAt),
    endTime: wireInstant(endsAt),
  };
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

/** How many of the typed texts are shown. */
const SHOWN_TEXTS = 10;

/** How often each key of a round was answered, as the contract shows it: every option, or the most frequent texts. */
export function tallyView(question: StoredQuestion, counted: { answered: number; right: number; counts: ReadonlyMap<string, number> }): Tally {
  const { answered, right, counts } = counted;
  if (tallyFormOf(question) === "options") {
    return { answered, right, options: Object.fromEntries(optionsOf(question).map(({ id }) => [id, counts.get(id) ?? 0])) };
  }
  const texts = [...counts]
    .map(([text, n]) => ({ text, n }))
    .sort((left, right) => right.n - left.n || (left.text < right.text ? -1 : 1));
  return { answered, right, texts: texts.slice(0, SHOWN_TEXTS) };
}
