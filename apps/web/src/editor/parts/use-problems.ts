import type { QuestionId } from "@quickfire/engine/ids";
import type { QuizContent, QuizProblem } from "@quickfire/engine/quiz";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import { problemWords } from "./problem-words";
import { problemsByPlace } from "./quiz-problems";

export type EditorProblems = {
  count: number;
  facts: readonly QuizProblem[];
  of: (questionId: QuestionId | null) => readonly QuizProblem[];
  firstQuestion: QuestionId | null;
  /** The positions of the questions that need work. */
  positions: readonly number[];
};

/** What keeps the quiz from being played, in the language of the interface. Checking 200 questions must not slow down the typing. */
export function useProblems(current: QuizContent): EditorProblems {
  const t = useTranslations("editor.problems");
  const quiz = useDeferredValue(current);
  return useMemo(() => {
    const { facts, questions, count } = problemsByPlace(quiz);
    const inWords = (problems: readonly QuizProblem[]) => problems.map(({ path, message }) => ({ path, message: problemWords(message, t) }));
    const positions = [...questions.keys()].sort((one, other) => one - other);
    return {
      count,
      facts: inWords(facts),
      of: (questionId) => inWords(questions.get(quiz.questions.findIndex(({ id }) => id === questionId)) ?? []),
      firstQuestion: quiz.questions[positions[0] ?? -1]?.id ?? null,
      positions,
    };
  }, [quiz, t]);
}
