import { readAnswer, type StoredQuestion, type Tally, tallyView } from "@quickfire/engine";

/** An answer in its typed form, and how many gave exactly it. */
export type AnswerCount = { answer: unknown; count: number };

/** How often each option or part was taken, also the ones that nobody took, and the most frequent texts: as the reveal showed it. */
export function tallyOf(question: StoredQuestion, { answered, right, counts: given, language }: { answered: number; right: number; counts: AnswerCount[]; language: string }): Tally {
  const counts = new Map<string, number>();
  for (const { answer, count } of given) {
    const read = readAnswer(question, { answer }, language);
    for (const key of read.ok ? read.value.tallyKeys : []) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return tallyView(question, { answered, right, counts });
}
