import type { AnswerResult, RefusalReason } from "@quickfire/engine";

/** An answer in the typed form of CONTRACT, section 5: `{ option }`, `{ options }`, `{ value }`, `{ text }`. */
export type TypedAnswer = Record<string, unknown>;

/** An answer on its way. One that was not given yet has no entry: it is idle. */
export type AnswerState = { questionId: string; answer: TypedAnswer | null } & (
  | { status: "pending"; actionId: string; chosenAt: number }
  /** `answer` is null where another tab of the same player gave it and only the server knows which. */
  | { status: "accepted"; feedback: { correct: boolean; points: number } | null }
  | { status: "refused"; actionId: string; reason: RefusalReason }
);

/** Chosen, and not spoken of by the server yet. */
export type PendingAnswer = Extract<AnswerState, { status: "pending" }>;

/** The server was not ready for it; the same answer, under the same id, is sent again. */
const passing: ReadonlySet<RefusalReason> = new Set<RefusalReason>(["BUSY", "RATE_LIMITED", "PAUSED", "TOO_EARLY"]);

/** An answer after the server spoke of it. What is in stays in, whatever a late or doubled result says. */
export function settleAnswer(state: AnswerState | undefined, result: AnswerResult): AnswerState | undefined {
  if (!state || state.status === "accepted") return state;
  const { questionId, answer, actionId } = state;
  if (result.actionId !== undefined && result.actionId !== actionId) return state;
  if (result.accepted) {
    return {
      questionId,
      answer: result.conflict ? null : answer,
      status: "accepted",
      feedback: result.correct === undefined ? null : { correct: result.correct, points: result.points ?? 0 },
    };
  }
  if (state.status === "refused" || !result.reason || passing.has(result.reason)) return state;
  return { questionId, answer, status: "refused", actionId, reason: result.reason };
}
