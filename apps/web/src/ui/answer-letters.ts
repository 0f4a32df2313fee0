/** The letters of the answers, in an order that never changes between screens. */
export const answerLetters = ["A", "B", "C", "D", "E", "F", "G", "H"] as const;
export type AnswerLetter = (typeof answerLetters)[number];

export function answerLetter(index: number): AnswerLetter {
  return answerLetters[index % answerLetters.length] ?? "A";
}

export const answerColourToken = (index: number): string => `--qf-ans-${answerLetter(index).toLowerCase()}`;

export const answerColour = (index: number): string => `var(${answerColourToken(index)})`;
