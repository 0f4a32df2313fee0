import type { GameId } from "@quickfire/engine";
import type { AnswerReceipt, Failed, MarkedAnswer, Told } from "@quickfire/realtime";
import type { LiveServices } from "../context";
import { failureOf } from "../errors";
import { traceAnswer } from "./trace-answer";

/** An answer with Redis's time at which it came in, as this process knows it. */
export type ReceivedAnswer = MarkedAnswer & { gameId: GameId };

type Services = Pick<LiveServices, "answers" | "metrics" | "store" | "tracing">;

/**
 * The one way of an answer into a game, whatever door it came through. Safe to repeat: the first answer to a question stands,
 * and gets its first result again. While Redis is away the answer is refused with `BUSY`, never lost without a word.
 */
export function submitAnswer(services: Services, answer: ReceivedAnswer, told: Told, failed: Failed): void {
  services.answers.submit(
    answer.gameId,
    answer,
    (receipt) => told(settle(services, answer, receipt)),
    (error) => (failureOf(error).code === "BUSY" ? told(settle(services, answer, busyReceipt(answer))) : failed(error)),
  );
}

/** Counts and traces what became of an answer. */
function settle(services: Services, answer: ReceivedAnswer, given: AnswerReceipt): AnswerReceipt {
  const receipt = withTime(given);
  const { accepted, repeated, reason } = receipt.result;
  services.metrics.answers.inc({ outcome: repeated ? "repeated" : accepted ? "accepted" : (reason ?? "refused") });
  if (accepted && !repeated) services.metrics.scoreUpdate.observe(Math.max(0, services.store.now() - answer.receivedAt) / 1_000);
  if (services.tracing) traceAnswer(services.tracing, answer, { receipt, now: services.store.now() });
  return receipt;
}

const retryAfterMs = 1_000;

/** Who is told to try again is told when. */
function withTime(receipt: AnswerReceipt): AnswerReceipt {
  return receipt.result.reason === "BUSY" ? { ...receipt, result: { ...receipt.result, retryAfterMs } } : receipt;
}

function busyReceipt({ participantId, submission }: ReceivedAnswer): AnswerReceipt {
  const { questionId, actionId } = submission;
  return { participantId, result: { questionId, actionId, accepted: false, reason: "BUSY" } };
}
