import type { Result, UserId } from "@quickfire/engine";

export type IssuedRefreshToken = { userId: UserId; refreshToken: string; expiresAt: string };

export interface RefreshTokenRepository {
  /** Begins a new family: one sign-in. */
  issue(userId: UserId): Promise<IssuedRefreshToken>;
  /**
   * Spends a token and gives its successor. A spent one that comes again has been stolen from one side or the other, so its
   * whole family is revoked (`REUSED`). `INVALID`: unknown, expired, revoked, or of a disabled account.
   */
  rotate(refreshToken: string): Promise<Result<IssuedRefreshToken, "INVALID" | "REUSED">>;
  /** Ends the sign-in that the token belongs to. Safe with any string. */
  revoke(refreshToken: string): Promise<void>;
  /** Ends all sign-ins of an account. */
  revokeAllOf(userId: UserId): Promise<void>;
}
