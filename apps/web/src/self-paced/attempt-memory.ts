import { forget, isRecord, recall, remember } from "@/live/memory/browser-memory";
import { createRandomId } from "@/live/network/random-id";
import type { TypedAnswer } from "@/live/store/answer";

const keyOf = (code: string) => `quickfire.assignment.${code}`;
const pendingOf = (attemptId: string) => `quickfire.attempt.${attemptId}`;

/** What a guest is known by at one assignment: made here, once, and told to nobody but the server. */
export function guestKey(code: string): string {
  const kept = recall(keyOf(code));
  if (typeof kept === "string" && kept.length >= 32) return kept;
  const key = `${createRandomId()}${createRandomId()}`.replaceAll("-", "");
  remember(keyOf(code), key);
  return key;
}

/** An answer that the server has not confirmed; null passes. */
export type PendingAnswer = { questionId: string; answer: TypedAnswer | null };

/** A reload, or a phone that dies, does not lose an answer that was given. */
export const keepPending = (attemptId: string, pending: PendingAnswer) => remember(pendingOf(attemptId), pending);
export const dropPending = (attemptId: string) => forget(pendingOf(attemptId));

export function recallPending(attemptId: string): PendingAnswer | null {
  const kept = recall(pendingOf(attemptId));
  if (!isRecord(kept) || typeof kept.questionId !== "string") return null;
  return { questionId: kept.questionId, answer: isRecord(kept.answer) ? kept.answer : null };
}
