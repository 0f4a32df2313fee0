import { draftOf, type QuizContent, quizLimits, quizWorkingSchema, storeQuiz } from "@quickfire/engine";

const mark = " (copy)";

/** The same quiz with ids of its own, so that nothing that points into the original points into the copy. */
export function copyOf(content: QuizContent, newId: () => string): QuizContent {
  const withoutIds: unknown = JSON.parse(JSON.stringify(draftOf(content)), (key, value: unknown) => (key === "id" ? undefined : value));
  const copy = storeQuiz(quizWorkingSchema.parse(withoutIds), newId);
  const title = [...content.title].slice(0, quizLimits.titleLength - mark.length).join("");
  return { ...copy, title: `${title}${mark}`.trim() };
}
