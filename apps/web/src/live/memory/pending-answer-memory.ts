import type { PendingAnswer } from "../store/answer";
import { isRecord } from "./browser-memory";

const keyOf = (gameId: string): string => `quickfire.pending.${gameId}`;

/** Answers that are on their way outlast a reload, under their own ids; they go with the tab, as others may use the device next. */
export function keepPendingAnswers(gameId: string, answers: readonly PendingAnswer[]): void {
  try {
    if (answers.length > 0) sessionStorage.setItem(keyOf(gameId), JSON.stringify(answers));
    else sessionStorage.removeItem(keyOf(gameId));
  } catch {
    // Storage is full or forbidden: the page goes on, and only a reload would have needed it.
  }
}

export function recallPendingAnswers(gameId: string): Record<string, PendingAnswer> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(gameId)) ?? "null");
    return Array.isArray(kept) ? Object.fromEntries(kept.filter(isPendingAnswer).map((answer) => [answer.questionId, answer])) : {};
  } catch {
    return {};
  }
}

function isPendingAnswer(value: unknown): value is PendingAnswer {
  if (!isRecord(value) || !isRecord(value.answer)) return false;
  const { status, questionId, actionId, chosenAt } = value;
  return status === "pending" && typeof questionId === "string" && typeof actionId === "string" && typeof chosenAt === "number";
}
