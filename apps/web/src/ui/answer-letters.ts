/** The letters of the answers, in an order that never changes between screens. */
export const answerLetters = ["A", "B", "C", "D", "E", "F", "G", "H"] as const;
export type AnswerLetter = (typeof answerLetters)[number];

export function answerLetter(index: number): AnswerLetter {
  return answerLetters[index % answerLetters.length] ?? "A";
}

export function answerColour(index: number): string {
  return `var(--qf-ans-${answerLetter(index).toLowerCase()})`;
}
