import type { AnswerResult } from "@quickfire/engine";

/** One answer from the first click to the server's word on it. */
export type GivenAnswer = {
  participantId: string;
  questionId: string;
  round: number;
  /** The chosen option's id. */
  option: string;
  actionId: string;
  tries: number;
  /** From the first try to the server's word. */
  waitedMs: number;
  /** Null where that word never came. */
  result: AnswerResult | null;
};
