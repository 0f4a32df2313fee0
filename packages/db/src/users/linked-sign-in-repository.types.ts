import type { Result } from "@quickfire/engine";
import type { Account, Role } from "./user-repository.types";

/** Who a provider says is here. */
export type ProvidedIdentity = { provider: string; subject: string; name: string; email: string; emailVerified: boolean };

/**
 * `UNVERIFIED`: the provider does not vouch for the address. `ADDRESS_IN_USE`: an account has it whose owner never proved it,
 * so it may be a stranger's; who can read its mail sets a new password, which proves it. `DISABLED`: the account may not sign in.
 */
export type EnteringFailure = "UNVERIFIED" | "ADDRESS_IN_USE" | "DISABLED";

export interface LinkedSignInRepository {
  /**
   * The account of an identity: the one it is linked to, else the one with the same address where both sides have proved it,
   * else a new one. `isNew` where it was made just now.
   */
  enter(identity: ProvidedIdentity & { roles: Role[]; locale?: string }): Promise<Result<{ account: Account; isNew: boolean }, EnteringFailure>>;
}
