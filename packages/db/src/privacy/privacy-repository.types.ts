import type { Result, UserId } from "@quickfire/engine";

/** `OWN_ACCESS`: an admin, whose role another one has to take first, so that there is always one left. */
export type ErasureFailure = "NOT_FOUND" | "OWN_ACCESS";

/** All that is kept about the owner of an account, by what it is; instants are texts. */
export type AccountExport = { format: "quickfire-account-1"; exportedAt: string } & Record<string, unknown>;

export interface PrivacyRepository {
  /** Null for an account that is not there. */
  exportAccount(userId: UserId): Promise<AccountExport | null>;
  /** At once and for good; what is left in logs of games goes when the worker next looks. */
  eraseAccount(userId: UserId): Promise<Result<null, ErasureFailure>>;
}
