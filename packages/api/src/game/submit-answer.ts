import type { AnswerSubmission, GameId, ParticipantId } from "@quickfire/engine";
import type { AnswerReceipt, Origin } from "@quickfire/realtime";
import type { LiveServices } from "../context";
import { failureOf } from "../errors";
import { traceAnswer } from "./trace-answer";

export type ReceivedAnswer = {
  gameId: GameId;
  participantId: ParticipantId;
  submission: AnswerSubmission;
  /** Redis's time at which it came in, as this process knows it. */
  receivedAt: number;
  roundTripMs?: number;
  origin: Origin;
};

type Services = Pick<LiveServices, "answers" | "metrics" | "store" | "tracing">;

/**
 * The one way of an answer into a game, whatever door it came through. Safe to repeat: the first answer to a question stands,
 * and gets its first result again. While Redis is away the answer is refused with `BUSY`, never lost without a word.
 */
export async function submitAnswer(services: Services, { gameId, ...answer }: ReceivedAnswer): Promise<AnswerReceipt> {
  const receipt = withTime(await services.answers.submit(gameId, answer).catch((error: unknown) => busyReceipt(answer, error)));
  const { accepted, repeated, reason } = receipt.result;
  services.metrics.answers.inc({ outcome: repeated ? "repeated" : accepted ? "accepted" : (reason ?? "refused") });
  if (accepted && !repeated) services.metrics.scoreUpdate.observe(Math.max(0, services.store.now() - answer.receivedAt) / 1_000);
  if (services.tracing) traceAnswer(services.tracing, { gameId, ...answer }, { receipt, now: services.store.now() });
  return receipt;
}

const retryAfterMs = 1_000;

/** Who is told to try again is told when. */
function withTime(receipt: AnswerReceipt): AnswerReceipt {
  return receipt.result.reason === "BUSY" ? { ...receipt, result: { ...receipt.result, retryAfterMs } } : receipt;
}

function busyReceipt({ participantId, submission }: Omit<ReceivedAnswer, "gameId">, error: unknown): AnswerReceipt {
  if (failureOf(error).code !== "BUSY") throw error;
  const { questionId, actionId } = submission;
  return { participantId, result: { questionId, actionId, accepted: false, reason: "BUSY" } };
}
