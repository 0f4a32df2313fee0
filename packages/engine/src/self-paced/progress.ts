import { levels } from "../quiz";

export type SortedAnswer = { correct: boolean; at: number; level: string | null; tags: readonly string[] };

export type Progress = {
  name: string;
  answered: number;
  right: number;
  /** Of the newest answers alone, so that what was learned shows. */
  recent: { answered: number; right: number };
};

const recentAnswers = 20;

/** How much was right, by the quizzes' tags (the most practised first) and by their levels (the lowest first). */
export function progressOf(answers: readonly SortedAnswer[]): { tags: Progress[]; levels: Progress[] } {
  const newestFirst = [...answers].sort((one, other) => other.at - one.at);
  const tags = new Set(answers.flatMap((answer) => answer.tags));
  const figures = (name: string, belongs: (answer: SortedAnswer) => boolean): Progress => {
    const own = newestFirst.filter(belongs);
    return { name, ...countOf(own), recent: countOf(own.slice(0, recentAnswers)) };
  };
  return {
    tags: [...tags]
      .map((tag) => figures(tag, (answer) => answer.tags.includes(tag)))
      .sort((one, other) => other.answered - one.answered || (one.name < other.name ? -1 : 1)),
    levels: levels.map((level) => figures(level, (answer) => answer.level === level)).filter(({ answered }) => answered > 0),
  };
}

const countOf = (answers: readonly SortedAnswer[]) => ({ answered: answers.length, right: answers.filter(({ correct }) => correct).length });
