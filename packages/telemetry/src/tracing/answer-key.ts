import { createHash } from "node:crypto";

/** What tells one answer from all others, in every process that it passes. */
export type AnswerKey = {
  gameId: string;
  participantId: string;
  questionId: string;
  /** Made by the client at the click; the same for each retry. */
  actionId?: string;
};

/** Where an answer's trace begins, in the numbers of W3C Trace Context. */
export type TraceRoot = { traceId: string; spanId: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The trace of an answer follows from the answer itself, so that nothing has to be carried beside it through sockets, Redis and the
 * log. An `actionId` that is a UUID, as browsers make it at the click, is the trace's id; for other clients the id is made of who answered what.
 */
export function traceIdOf(key: AnswerKey): string {
  const { actionId } = key;
  return actionId !== undefined && uuid.test(actionId) ? actionId.replaceAll("-", "").toLowerCase() : digestOf(key).slice(0, 32);
}

/** The same choice in every process with the same ratio, as the id is all that it looks at. */
export function isSampled(traceId: string, ratio: number): boolean {
  // The last digits: those of a UUID are chance in all of its versions that clients make.
  return Number.parseInt(traceId.slice(-8), 16) < ratio * 2 ** 32;
}

export function traceRootOf(key: AnswerKey): TraceRoot {
  return { traceId: traceIdOf(key), spanId: digestOf(key).slice(32, 48) };
}

function digestOf({ gameId, participantId, questionId, actionId = "" }: AnswerKey): string {
  return createHash("sha256").update(`${gameId} ${participantId} ${questionId} ${actionId}`).digest("hex");
}
