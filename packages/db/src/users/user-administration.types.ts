import type { Result, UserId } from "@quickfire/engine";
import type { Page, PageRequest } from "../paging";
import type { Reviewer } from "../review/review.types";
import type { Account, Role } from "./user-repository.types";

export type ListedAccount = Account & { lastSeenAt: string | null };

/** Who changes whose account, and from where. */
export type AccountChange = { by: Reviewer; userId: UserId };

/**
 * `FORBIDDEN`: who asks is no admin any more. `STALE`: somebody changed the account in between. `OWN_ACCESS`: admins take neither
 * their own role nor their own sign-in, so there is always one left.
 */
export type AdministrationFailure = "FORBIDDEN" | "NOT_FOUND" | "STALE" | "OWN_ACCESS";

/** Each change leaves a row that the audit shows, in the transaction of the change itself. */
export interface UserAdministration {
  /** The newest first. Each word of the search has to be in the name or the address. */
  list(asked: { search?: string; role?: Role; disabled?: boolean } & PageRequest): Promise<Result<Page<ListedAccount>, "BAD_CURSOR">>;
  /** `seen` are the roles that the admin saw when they decided to. */
  setRoles(change: AccountChange & { roles: readonly Role[]; seen: readonly Role[] }): Promise<Result<Account, AdministrationFailure>>;
  /** Disabling ends every session; enabling lets the owner sign in again. */
  setDisabled(change: AccountChange & { disabled: boolean }): Promise<Result<Account, AdministrationFailure>>;
}
