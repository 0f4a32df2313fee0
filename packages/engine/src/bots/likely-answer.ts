import type { RandomInt } from "../chance";
import { optionsOf, readAnswer, correctAnswerOf, type StoredQuestion } from "../question-types";
import { parseGapText } from "../question-types/gap-text";
import { InvariantError } from "../result";
import { cloudWord } from "./cloud-words";
import { almost, without } from "./slips";

type Wanted<Question extends StoredQuestion = StoredQuestion> = { question: Question; isRight: boolean; randomInt: RandomInt; language: string };
type Form = Record<string, unknown>;

/** An answer as people give it: the right one, or one that is wrong the way people are wrong. What has no right answer gets any. */
export function likelyAnswer(wanted: Wanted): Form {
  const { question, isRight } = wanted;
  const right = rightForm(wanted);
  if (isRight) return right;
  // Where a slip turns out to be accepted after all, another one is tried; a question may be such that no slip is wrong.
  for (let tries = 0; tries < 8; tries += 1) {
    const slipped = wrongForm(wanted);
    const read = readAnswer(question, { answer: slipped });
    if (read.ok && read.value.mark?.correct !== true) return slipped;
  }
  return right;
}

function pick<Item>(randomInt: RandomInt, items: readonly Item[]): Item {
  const item = items[randomInt(Math.max(1, items.length))];
  if (item === undefined) throw new InvariantError("there is nothing to pick from");
  return item;
}

function rightForm({ question, randomInt, language }: Wanted): Form {
  switch (question.type) {
    case "choice":
      return { option: question.options.find(({ correct }) => correct)?.id };
    case "multiple":
      return { options: question.options.flatMap(({ id, correct }) => (correct ? [id] : [])) };
    case "truefalse":
      return { value: question.answer ?? true };
    case "typed":
      return { text: question.accepted[0] ?? "" };
    case "gap":
      return { gaps: bestFillings(question) };
    case "order":
    case "match":
      return { ...correctAnswerOf(question) };
    case "numeric":
      return { value: question.answer ?? 0 };
    case "dictation":
      return { text: question.answer };
    // The lower of two draws: opinions are seldom spread evenly.
    case "poll":
      return { option: question.options[Math.min(randomInt(question.options.length), randomInt(question.options.length))]?.id };
    case "wordcloud":
      return { text: cloudWord(randomInt, language) };
    case "slide":
      throw new InvariantError("a slide asks nothing");
  }
}

function wrongForm(wanted: Wanted): Form {
  const { question, randomInt } = wanted;
  switch (question.type) {
    case "choice":
      return { option: pick(randomInt, question.options.filter(({ correct }) => !correct)).id };
    case "multiple":
      return { options: tickedWrongly({ ...wanted, question }) };
    case "truefalse":
      return { value: !question.answer };
    case "typed":
      return { text: almost(question.accepted[0] ?? "", randomInt, question.typos + 1) };
    case "gap":
      return { gaps: filledWrongly({ ...wanted, question }) };
    case "order":
      return { order: swapped(placesOf(rightForm(wanted)["order"]), randomInt) };
    case "match":
      return { pairs: swapped(question.pairs.map((_, left) => left), randomInt).map((other, left) => [question.pairs[left]?.[0], question.pairs[other]?.[1]]) };
    case "numeric":
      return { value: missed({ ...wanted, question }) };
    case "dictation":
      return { text: heardWrongly(question.answer, randomInt) };
    case "poll":
    case "wordcloud":
    case "slide":
      return rightForm(wanted);
  }
}

const bestFillings = ({ text }: StoredQuestion<"gap">): string[] => parseGapText(text).gaps.map(([best = ""]) => best);

const placesOf = (order: unknown): unknown[] => (Array.isArray(order) ? order : []);

/** One tick too few, or one too many. */
function tickedWrongly({ question: { options }, randomInt }: Wanted<StoredQuestion<"multiple">>): string[] {
  const flipped = pick(randomInt, options).id;
  const ticked = options.flatMap(({ id, correct }) => (correct === (id !== flipped) ? [id] : []));
  return ticked.length > 0 ? ticked : options.map(({ id }) => id);
}

/** One gap with a word that belongs elsewhere, or that is nearly right. */
function filledWrongly({ question, randomInt }: Wanted<StoredQuestion<"gap">>): string[] {
  const fillings = bestFillings(question);
  const gap = randomInt(Math.max(1, fillings.length));
  const bank = optionsOf(question).map(({ text }) => text);
  const other = bank.length > 0 ? pick(randomInt, bank) : almost(fillings[gap] ?? "", randomInt, 1);
  return fillings.map((best, index) => (index === gap ? other : best));
}

/** Off by a little more than is tolerated, on one side or the other. */
function missed({ question: { answer, tolerance, min = -Infinity, max = Infinity }, randomInt }: Wanted<StoredQuestion<"numeric">>): number {
  const right = answer ?? 0;
  const step = Math.max(tolerance, Math.round(Math.abs(right) * 0.05), 1);
  const by = step * (1 + randomInt(3)) + (tolerance > 0 ? tolerance : 0);
  const value = right + (randomInt(2) === 0 ? by : -by);
  return Math.min(max, Math.max(min, value));
}

function heardWrongly(text: string, randomInt: RandomInt): string {
  const words = text.split(/\s+/).filter(Boolean);
  const place = randomInt(Math.max(1, words.length));
  if (words.length > 2 && randomInt(2) === 0) return without(words, place).join(" ");
  return words.map((word, index) => (index === place ? almost(word, randomInt, 1) : word)).join(" ");
}

/** Two neighbours the other way round. */
function swapped<Item>(items: readonly Item[], randomInt: RandomInt): Item[] {
  const first = randomInt(Math.max(1, items.length - 1));
  return [...items.slice(0, first), ...items.slice(first, first + 2).toReversed(), ...items.slice(first + 2)];
}
