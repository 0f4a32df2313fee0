import { createHash } from "node:crypto";
import { findQuizProblems, InvariantError, type QuizContent, quizDraftSchema, storeQuiz } from "@quickfire/engine";
import { demoQuizzes } from "../../demo-quizzes/index";

export type DemoQuiz = { name: string; id: string; content: QuizContent };

/** The demo quizzes. The same every time, ids included. */
export function demoContent(): DemoQuiz[] {
  return demoQuizzes.map(({ name, quiz }) => {
    const draft = quizDraftSchema.safeParse(quiz);
    if (!draft.success) throw new InvariantError(`the demo quiz ${name} can't be played: ${JSON.stringify(findQuizProblems(quiz))}`);
    return { name, id: uuidOf(name), content: storeQuiz(draft.data, uuidsOf(name)) };
  });
}

/** A UUID that always is the same for the same name: a second seed finds what the first one made. */
export function uuidOf(name: string): string {
  const hex = createHash("sha256").update(`quickfire demo ${name}`).digest("hex");
  // Version 8 is for ids made in ways of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function uuidsOf(name: string): () => string {
  let number = 0;
  return () => uuidOf(`${name} ${(number += 1)}`);
}
