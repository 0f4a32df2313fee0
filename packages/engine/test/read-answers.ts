import { draftQuestionSchema, readAnswer, storeQuestion, type StoredQuestion } from "../src";
import { idsFrom } from "./arbitraries";

/** A question out of an author's JSON. */
export const stored = (question: Record<string, unknown>): StoredQuestion => storeQuestion(draftQuestionSchema.parse({ text: "?", ...question }), idsFrom());

/** What a question's author is told, each sentence with its place. */
export function sentences(question: Record<string, unknown>): string[] {
  const { error } = draftQuestionSchema.safeParse({ text: "?", ...question });
  return error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
}

/** An answer as it was read, or why it was not. */
export function read(question: StoredQuestion, answer: Record<string, unknown>) {
  const result = readAnswer(question, { answer });
  return result.ok ? result.value : result.error;
}

/** How right an answer is, or why it was not read. */
export function shareOf(question: StoredQuestion, answer: Record<string, unknown>) {
  const result = read(question, answer);
  return typeof result === "string" ? result : (result.mark?.share ?? null);
}
