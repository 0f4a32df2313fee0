import { correctAnswerOf, optionsOf, type QuestionTypeName, type StoredQuestion } from "../src";

type Form = Record<string, unknown>;

/** Some answer to a question in the words that a player's program has for it; of the same number always the same. */
export function someAnswerTo(question: StoredQuestion, pick: number): Form {
  const options = optionsOf(question);
  const option = options[pick % Math.max(1, options.length)];
  const turned = options.map((_, place) => (place + pick) % options.length);
  const forms: { [Name in QuestionTypeName]: Form } = {
    choice: { option: option?.id },
    multiple: { options: [option?.id] },
    truefalse: { value: pick % 2 === 0 },
    typed: { text: `word ${pick}` },
    gap: { gaps: gapCount(question) === 0 ? [] : Array.from({ length: gapCount(question) }, (_, index) => options[(index + pick) % Math.max(1, options.length)]?.text ?? `word ${pick}`) },
    order: { order: turned },
    match: { pairs: turned.map((right, left) => [left, right]) },
    numeric: { value: pick },
    dictation: { text: `word ${pick}` },
    poll: { option: option?.id },
    wordcloud: { text: `word ${pick}` },
    slide: {},
  };
  return forms[question.type];
}

const gapCount = (question: StoredQuestion): number => (question.type === "gap" ? question.text.split("[[").length - 1 : 0);

/** The answer that the reveal shows, given back as an answer; null where there is nothing right to give. */
export function rightAnswerTo(question: StoredQuestion): Form | null {
  const correct = correctAnswerOf(question);
  const [first] = Array.isArray(correct) ? correct : [];
  const told: Form = Array.isArray(correct) ? {} : correct;
  const forms: { [Name in QuestionTypeName]: Form | null } = {
    choice: { option: first },
    multiple: { options: correct },
    truefalse: { value: first === "true" },
    typed: { text: told.text },
    gap: { gaps: told.gaps },
    order: { order: told.order },
    match: { pairs: told.pairs },
    numeric: { value: told.value },
    dictation: { text: told.text },
    poll: null,
    wordcloud: null,
    slide: null,
  };
  return forms[question.type];
}
