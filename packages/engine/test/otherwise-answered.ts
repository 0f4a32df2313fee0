import type { DraftQuestion } from "../src";

/** The same question as far as anyone can see before the reveal, with another right answer and another explanation. */
export function otherwiseAnswered(question: DraftQuestion): DraftQuestion {
  const explanation = question.explanation?.replaceAll(/./g, "z");
  switch (question.type) {
    case "choice": {
      const right = question.options.findIndex(({ correct }) => correct);
      return { ...question, explanation, options: question.options.map((option, index) => ({ ...option, correct: index === (right + 1) % question.options.length })) };
    }
    case "multiple":
      return { ...question, explanation, options: question.options.map((option) => ({ ...option, correct: !option.correct })) };
    case "truefalse":
      return { ...question, explanation, answer: question.answer === false };
    case "typed":
      return { ...question, explanation, accepted: ["something else"], typos: 0 };
  }
}
