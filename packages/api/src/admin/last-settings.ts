import { type GameSettings, gameSettingsSchema, type QuizId, type UserId } from "@quickfire/engine";
import type { WebServices } from "../context";

export type LastSettings = { settings: GameSettings; /** From a game of the same quiz; otherwise of another. */ sameQuiz: boolean };

/**
 * The games that were played remember how they were set up, so a host finds it again on every device, and nothing has to be kept
 * beside them. The region belongs to the place, not to the taste of the host; settings of an older version that no longer fit are forgotten.
 */
export async function lastSettings({ games }: Pick<WebServices, "games">, asked: { hostUserId: UserId; quizId: QuizId }): Promise<LastSettings | null> {
  const last = await games.lastSettings(asked);
  const parsed = gameSettingsSchema.safeParse(last && { ...last.settings, region: undefined });
  return last && parsed.success ? { settings: parsed.data, sameQuiz: last.quizId === asked.quizId } : null;
}
