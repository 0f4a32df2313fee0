import type { GameId, ParticipantId, Result, UserId } from "@quickfire/engine";
import type { Page, PageRequest } from "../paging";

/** What kind of events to look for. */
export const auditTopics = ["scores", "answers", "people", "game"] as const;
export type AuditTopic = (typeof auditTopics)[number];

export type AuditFilter = {
  gameId?: GameId;
  /** A part of the name that somebody played under. */
  name?: string;
  /** An account's id or e-mail address. */
  user?: string;
  topic?: AuditTopic;
  /** Of a score change: `answer`, `skip`. */
  action?: string;
  address?: string;
  from?: Date;
  /** Before, and not at. */
  to?: Date;
};

export type AuditEvent = {
  eventId: string;
  at: string;
  type: string;
  action: string | null;
  gameId: GameId;
  /** Null for a game of which only the log is left. */
  title: string | null;
  round: number | null;
  participantId: ParticipantId | null;
  name: string | null;
  userId: UserId | null;
  userName: string | null;
  oldScore: number | null;
  newScore: number | null;
  ip: string | null;
  userAgent: string | null;
};

export interface AuditRepository {
  /** The newest first. */
  search(request: AuditFilter & PageRequest): Promise<Result<Page<AuditEvent>, "BAD_CURSOR">>;
  /** All that fit, a batch at a time, for a file. */
  batches(request: { filter: AuditFilter; after: string | null }): Promise<{ events: AuditEvent[]; next: string | null }>;
}
