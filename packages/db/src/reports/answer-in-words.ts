import { forgottenAnswer } from "../privacy/without-person";
import { optionsOf, readAnswer, type StoredQuestion } from "@quickfire/engine";

/** An answer as a person reads it in a table: the texts of the options, or what was typed. */
export function answerInWords(question: StoredQuestion, answer: unknown): string {
  const read = readAnswer(question, { answer });
  if (!read.ok) return isForgotten(answer) ? "" : JSON.stringify(answer);
  if ("text" in read.value.answer) return read.value.answer.text;
  const { tallyKeys } = read.value;
  return optionsOf(question).filter(({ id }) => tallyKeys.includes(id)).map(({ text }) => text).join("; ");
}

const isForgotten = (answer: unknown): boolean => typeof answer === "object" && answer !== null && Object.keys(forgottenAnswer).every((key) => key in answer);
