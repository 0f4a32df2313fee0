import { type GameSettings, gameIdSchema, gameSettingsSchema, type QuizId, type UserId } from "@quickfire/engine";
import type { WebServices } from "../context";
import { refuseUnplayable } from "./refuse-unplayable";

/** Opens a game on the quiz as it stands now: later edits make later versions, and leave this game alone. */
export async function createGame(
  { quizzes, store, games, urls, newId, region }: Pick<WebServices, "quizzes" | "store" | "games" | "urls" | "newId" | "region">,
  asked: { quizId: QuizId; hostUserId: UserId; settings?: GameSettings },
) {
  const { quizId, hostUserId } = asked;
  const chosen = asked.settings ?? gameSettingsSchema.parse({});
  const settings = { ...chosen, region: chosen.region ?? region };
  const published = await quizzes.publish({ quizId, ownerId: hostUserId });
  if (!published.ok) return refuseUnplayable({ quizzes }, { quizId, ownerId: hostUserId });
  const quiz = published.value;
  const gameId = gameIdSchema.parse(settings.region ? `${settings.region}-${newId()}` : newId());
  const { pin } = await store.create({ gameId, quiz, hostUserId, settings });
  await games.recordCreated({ gameId, quizId, quizVersionId: quiz.quizVersionId, hostUserId, title: quiz.title, pin, settings });
  return { gameId, pin, joinUrl: `${urls.web}/join/${pin}` };
}
