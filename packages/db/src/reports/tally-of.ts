import { optionsOf, readAnswer, type StoredQuestion, type Tally, tallyFormOf } from "@quickfire/engine";

/** An answer in its typed form, and how many gave exactly it. */
export type AnswerCount = { answer: unknown; count: number };

const mostTexts = 10;

/** How often each option was ticked, also the ones that nobody ticked, or the most frequent texts. */
export function tallyOf(question: StoredQuestion, { answered, right, counts }: { answered: number; right: number; counts: AnswerCount[] }): Tally {
  const ticks = new Map<string, number>(optionsOf(question).map(({ id }) => [id, 0]));
  for (const { answer, count } of counts) {
    const read = readAnswer(question, { answer });
    for (const key of read.ok ? read.value.tallyKeys : []) ticks.set(key, (ticks.get(key) ?? 0) + count);
  }
  if (tallyFormOf(question) === "options") return { answered, right, options: Object.fromEntries(ticks) };
  const texts = [...ticks].map(([text, n]) => ({ text, n })).sort((a, b) => b.n - a.n || a.text.localeCompare(b.text));
  return { answered, right, texts: texts.slice(0, mostTexts) };
}
