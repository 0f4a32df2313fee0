import { findQuizProblems, draftOf, type GameSettings, gameIdSchema, gameSettingsSchema, type QuizId, type UserId } from "@quickfire/engine";
import type { WebServices } from "../context";
import { refuse } from "../errors";

/** Opens a game on the quiz as it stands now: later edits make later versions, and leave this game alone. */
export async function createGame(
  { quizzes, store, games, urls, newId, region }: Pick<WebServices, "quizzes" | "store" | "games" | "urls" | "newId" | "region">,
  asked: { quizId: QuizId; hostUserId: UserId; settings?: GameSettings },
) {
  const { quizId, hostUserId } = asked;
  const chosen = asked.settings ?? gameSettingsSchema.parse({});
  const settings = { ...chosen, region: chosen.region ?? region };
  const published = await quizzes.publish({ quizId, ownerId: hostUserId });
  if (!published.ok) {
    const quiz = await quizzes.byId({ quizId, ownerId: hostUserId });
    if (!quiz) return refuse("NOT_FOUND");
    return refuse("NOT_PLAYABLE", { issues: findQuizProblems(draftOf(quiz.content)).map(({ path, message }) => ({ path: ["quiz", ...path], message })) });
  }
  const quiz = published.value;
  const gameId = gameIdSchema.parse(settings.region ? `${settings.region}-${newId()}` : newId());
  const { pin } = await store.create({ gameId, quiz, hostUserId, settings });
  await games.recordCreated({ gameId, quizId, quizVersionId: quiz.quizVersionId, hostUserId, title: quiz.title, pin, settings });
  return { gameId, pin, joinUrl: `${urls.web}/join/${pin}` };
}
