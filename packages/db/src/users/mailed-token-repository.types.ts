import type { UserId } from "@quickfire/engine";
import type { Account } from "./user-repository.types";

export interface MailedTokenRepository {
  /** What a link to the address may hold. Asking again leaves earlier ones good until their time. */
  issue(asked: { userId: UserId; purpose: "prove-address" | "new-password"; email: string }): Promise<string>;
  /** Spends a token of that purpose: the address is proved. Null where it is none, spent, late, or for an address the account no longer has. */
  proveAddress(token: string): Promise<Account | null>;
  /**
   * Spends a token of that purpose: the password is set, the address is proved, every session ends, and other links to set a
   * password are spent with it. Where the address had not been proved before, whoever made the account may have been a
   * stranger: their API keys end too.
   */
  setPassword(chosen: { token: string; password: string }): Promise<Account | null>;
}
