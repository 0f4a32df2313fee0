import type { ApiKeyId, Result, UserId } from "@quickfire/engine";
import type { Account } from "./user-repository.types";

export type ApiKey = { apiKeyId: ApiKeyId; name: string; start: string; scopes: string[]; createdAt: string; expiresAt: string | null; lastUsedAt: string | null };

export interface ApiKeyRepository {
  /** The key itself is in this answer and nowhere else, ever. */
  create(key: { userId: UserId; name: string; scopes: readonly string[]; expiresAt: string | null }): Promise<Result<ApiKey & { key: string }, "TOO_MANY">>;
  /** Those that still open something, the newest first. */
  ofUser(userId: UserId): Promise<ApiKey[]>;
  revoke(key: { userId: UserId; apiKeyId: ApiKeyId }): Promise<boolean>;
  /** Whose key it is and what it may do, and a note that it was used; null where it, or its account, opens nothing. */
  look(key: string): Promise<{ apiKeyId: ApiKeyId; account: Account; scopes: string[] } | null>;
}
