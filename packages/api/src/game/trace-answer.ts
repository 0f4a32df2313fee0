import type { AnswerReceipt } from "@quickfire/realtime";
import type { Tracing } from "@quickfire/telemetry";
import type { ReceivedAnswer } from "./submit-answer";

/** A client's clock is learned, and may be set to anything: a click that is further away than this is not believed. */
const longestWayMs = 10_000;

/** The answer itself in its trace: from the click, or from its arrival where the client does not say when that was, to its receipt. */
export function traceAnswer(tracing: Tracing, { gameId, participantId, submission, receivedAt }: ReceivedAnswer, { receipt: { result }, now }: { receipt: AnswerReceipt; now: number }): void {
  const root = tracing.rootOf({ gameId, participantId, ...submission });
  if (!root) return;
  const clickedAt = clickOf(submission.answeredAt, receivedAt);
  tracing.recordAnswer(root, {
    name: "answer",
    startedAt: clickedAt ?? receivedAt,
    endedAt: now,
    attributes: {
      "quickfire.game_id": gameId,
      "quickfire.participant_id": participantId,
      "quickfire.question_id": submission.questionId,
      "quickfire.outcome": result.accepted ? (result.repeated ? "repeated" : "accepted") : (result.reason ?? "refused"),
      ...(clickedAt === null ? {} : { "quickfire.way_up_ms": receivedAt - clickedAt }),
    },
  });
}

function clickOf(answeredAt: string | number | undefined, receivedAt: number): number | null {
  const clickedAt = typeof answeredAt === "string" ? Date.parse(answeredAt) : Number(answeredAt);
  return clickedAt <= receivedAt && clickedAt >= receivedAt - longestWayMs ? clickedAt : null;
}
