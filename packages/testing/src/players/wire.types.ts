import type { AnswerResult, AnswerSubmission } from "@quickfire/engine";
import type { Ticket } from "./ticket";

/** What came in, as it came: only its envelope is looked at here. */
export type WireMessage = { type: string; id?: string | undefined; payload: Record<string, unknown> };

/** Why a connection is no more: a close code, or the HTTP status with which it was refused, or neither where the network broke. */
export type WireEnd = { opened: boolean; code: number | null; status: number | null };

/** One connection, from its opening to its first break: it never comes back by itself. */
export type Wire = {
  ended: Promise<WireEnd>;
  /** What became of an answer; null where the connection broke before that was known. */
  submit: (submission: AnswerSubmission) => Promise<AnswerResult | null>;
  /** Goes as a tab does that is closed. */
  close: () => void;
  /** Goes as a device does that loses its network: without a word. */
  cut: () => void;
};

export type WireOptions = {
  ticket: Ticket;
  lastEventId?: string | undefined;
  onOpen: () => void;
  onMessage: (message: WireMessage) => void;
};

export type OpenWire = (options: WireOptions) => Wire;
