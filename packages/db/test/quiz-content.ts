import { randomUUID } from "node:crypto";
import { quizDraftSchema, type QuizContent, storeQuiz } from "@quickfire/engine";
import { buildQuiz, type QuizOfBuilders } from "@quickfire/testing";

/** A finished quiz as it is kept. */
export function quizContent(overrides: Partial<QuizOfBuilders> = {}): QuizContent {
  return storeQuiz(quizDraftSchema.parse(buildQuiz(overrides)), randomUUID);
}
