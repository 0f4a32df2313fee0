import { answerInWords as inWords, type StoredQuestion } from "@quickfire/engine";
import { forgottenAnswer } from "../privacy/without-person";

/** An answer as a person reads it in a table: the texts of the options, or what was typed. */
export function answerInWords(question: StoredQuestion, answer: unknown): string {
  const words = inWords(question, answer);
  if (words.ok) return words.value;
  return isForgotten(answer) ? "" : JSON.stringify(answer);
}

const isForgotten = (answer: unknown): boolean => typeof answer === "object" && answer !== null && Object.keys(forgottenAnswer).every((key) => key in answer);
