import type { Result, SessionId, UserId } from "@quickfire/engine";

export type IssuedRefreshToken = { userId: UserId; sessionId: SessionId; refreshToken: string; expiresAt: string };

export interface RefreshTokenRepository {
  /** Begins a new family: one sign-in of a program, with a session of its own. */
  issue(session: { userId: UserId; device: string }): Promise<IssuedRefreshToken>;
  /**
   * Spends a token and gives its successor. A spent one that comes again has been stolen from one side or the other, so its
   * session ends (`REUSED`). `INVALID`: unknown, expired, of a session that has ended, or of a disabled account.
   */
  rotate(refreshToken: string): Promise<Result<IssuedRefreshToken, "INVALID" | "REUSED">>;
  /** Ends the sign-in that the token belongs to. Safe with any string. */
  revoke(refreshToken: string): Promise<void>;
}
