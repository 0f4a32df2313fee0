import type { AnswerKey, TraceRoot } from "./answer-key";

/** Instants in ms since the epoch. */
export type Span = { name: string; startedAt: number; endedAt: number; attributes?: Record<string, string | number | boolean>; failed?: boolean };

/**
 * Spans of answers on their way from the click to the screens. Written down afterwards, when their times are known: nothing is
 * carried along, and where tracing is off there is no object of this type and nothing to pay.
 */
export type Tracing = {
  /** Where this answer's trace begins; null for those that are not looked at. */
  rootOf(key: AnswerKey): TraceRoot | null;
  /** The answer itself, from the click to its receipt: what all its other spans are children of. */
  recordAnswer(root: TraceRoot, span: Span): void;
  /** Work that was done for several answers at once: a span linked to each of them, and in each one's trace a child linked back. */
  recordShared(roots: readonly TraceRoot[], span: Span): void;
  /** Sends what is left. */
  stop(): Promise<void>;
};
