import { findQuizProblems, type QuizContent, type QuizProblem } from "@quickfire/engine/quiz";

/** The problems of a quiz as the editor shows them: beside their fields, question by question. */
export type ProblemsByPlace = {
  /** Of the quiz itself: title, tags, no question at all. */
  facts: QuizProblem[];
  /** By the position of the question, with paths inside it. */
  questions: ReadonlyMap<number, QuizProblem[]>;
  count: number;
};

export function problemsByPlace(quiz: QuizContent): ProblemsByPlace {
  const problems = findQuizProblems(quiz);
  const questions = new Map<number, QuizProblem[]>();
  const facts: QuizProblem[] = [];
  for (const { path, message } of problems) {
    const [place, index, ...inside] = path;
    if (place !== "questions" || typeof index !== "number") facts.push({ path, message });
    else questions.set(index, [...(questions.get(index) ?? []), { path: inside, message }]);
  }
  return { facts, questions, count: problems.length };
}

/** What is wrong exactly at a path. */
export function messageAt(problems: readonly QuizProblem[], path: readonly (string | number)[]): string | null {
  return problems.find((problem) => problem.path.length === path.length && problem.path.every((step, index) => step === path[index]))?.message ?? null;
}
