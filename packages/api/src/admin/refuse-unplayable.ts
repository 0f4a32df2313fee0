import { draftOf, findQuizProblems, type QuizId, type UserId } from "@quickfire/engine";
import type { WebServices } from "../context";
import { refuse } from "../errors";

/** Says why a quiz could not be published: it is not there for this author, or what is missing in it. */
export async function refuseUnplayable({ quizzes }: Pick<WebServices, "quizzes">, quiz: { quizId: QuizId; ownerId: UserId }): Promise<never> {
  const found = await quizzes.byId(quiz);
  if (!found) return refuse("NOT_FOUND");
  return refuse("NOT_PLAYABLE", { issues: findQuizProblems(draftOf(found.content)).map(({ path, message }) => ({ path: ["quiz", ...path], message })) });
}
