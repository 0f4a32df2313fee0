import type { AnswerSubmission, GameId, ParticipantId } from "@quickfire/engine";
import type { AnswerReceipt, Origin } from "@quickfire/realtime";
import type { LiveServices } from "../context";
import { failureOf } from "../errors";

export type ReceivedAnswer = {
  gameId: GameId;
  participantId: ParticipantId;
  submission: AnswerSubmission;
  /** Redis's time at which it came in, as this process knows it. */
  receivedAt: number;
  origin: Origin;
};

/**
 * The one way of an answer into a game, whatever door it came through. Safe to repeat: the first answer to a question stands,
 * and gets its first result again. While Redis is away the answer is refused with `BUSY`, never lost without a word.
 */
export async function submitAnswer(services: Pick<LiveServices, "answers">, { gameId, ...answer }: ReceivedAnswer): Promise<AnswerReceipt> {
  try {
    return await services.answers.submit(gameId, answer);
  } catch (error) {
    if (failureOf(error).code !== "BUSY") throw error;
    const { questionId, actionId } = answer.submission;
    return { participantId: answer.participantId, result: { questionId, actionId, accepted: false, reason: "BUSY" } };
  }
}
