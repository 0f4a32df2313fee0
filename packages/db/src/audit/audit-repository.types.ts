import type { GameId, ParticipantId, Result, UserId } from "@quickfire/engine";
import type { Page, PageRequest } from "../paging";

/** What happened in games, by kind of event. */
export const gameTopics = ["scores", "answers", "people", "game"] as const;
export type GameTopic = (typeof gameTopics)[number];

/** Beside games: changes of long-term points, and what admins did. */
export const auditTopics = [...gameTopics, "points", "decisions"] as const;
/** Left out: everything that happened in games. */
export type AuditTopic = (typeof auditTopics)[number];

export type AuditFilter = {
  gameId?: GameId;
  /** A part of the name that somebody played under, or of an account's. */
  name?: string;
  /** An account's id or e-mail address; of decisions also that of the admin. */
  user?: string;
  topic?: AuditTopic;
  /** Of a score change: `answer`, `skip`; of points: `live-game`, `points-taken-back`; of a decision: `block`, `roles`. */
  action?: string;
  address?: string;
  /** A part of what the browser calls itself. */
  agent?: string;
  from?: Date;
  /** Before, and not at. */
  to?: Date;
};

/** What a decision was in detail: until when, how many points, from which roles to which. */
export type AuditDetails = Record<string, string | number | null>;

export type AuditEvent = {
  eventId: string;
  at: string;
  type: string;
  action: string | null;
  gameId: GameId | null;
  /** Null for a game of which only the log is left. */
  title: string | null;
  round: number | null;
  participantId: ParticipantId | null;
  name: string | null;
  userId: UserId | null;
  userName: string | null;
  /** Of a decision: the admin; null where a rule decided by itself. */
  by: string | null;
  details: AuditDetails | null;
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
