import type { SessionId, UserId } from "@quickfire/engine";
import type { Account } from "./user-repository.types";

export type SessionKind = "pages" | "program";

export type Session = { sessionId: SessionId; kind: SessionKind; device: string; createdAt: string; lastSeenAt: string };

export interface SessionRepository {
  /** Begins the session of a browser; a program's begins with its first refresh token. */
  begin(session: { userId: UserId; device: string }): Promise<SessionId>;
  /** The account behind a session that still holds, and a note that it was seen; null where either has ended. */
  look(sessionId: SessionId): Promise<Account | null>;
  /** Those that still hold, the last seen first. */
  ofUser(userId: UserId): Promise<Session[]>;
  /** Of all users: those that were revoked since then. */
  endedSince(instant: Date): Promise<SessionId[]>;
  /** Whether there was such a session of this user. */
  revoke(session: { userId: UserId; sessionId: SessionId }): Promise<boolean>;
}
