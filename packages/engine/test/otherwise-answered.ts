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
    case "gap":
      return { ...question, explanation, text: otherGaps(question.text, question.bank !== undefined) };
    case "order":
      return { ...question, explanation, items: turned(question.items) };
    case "match": {
      const rights = turned(question.pairs.map(([, right]) => right));
      return { ...question, explanation, pairs: question.pairs.map(([left], index) => [left, rights[index] ?? ""]) };
    }
    case "numeric":
      return { ...question, explanation, answer: (question.answer ?? 0) === question.min ? (question.max ?? 1) : (question.min ?? 1), tolerance: 0 };
    case "dictation":
      return { ...question, explanation, answer: "something else" };
    case "poll":
    case "wordcloud":
    case "slide":
      return { ...question, explanation };
  }
}

const turned = <Item>(items: readonly Item[]): Item[] => [...items.slice(1), ...items.slice(0, 1)];

/** The same words in other gaps, where they can be picked; other words, where they are typed. */
function otherGaps(text: string, isPicked: boolean): string {
  const pattern = /\[\[([^[\]]*)\]\]/g;
  const words = turned([...text.matchAll(pattern)].map((match) => match[1] ?? ""));
  let next = 0;
  return text.replaceAll(pattern, () => `[[${isPicked ? words[next++] : `other${(next += 1)}`}]]`);
}
