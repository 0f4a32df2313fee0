import type { Result, UserId } from "@quickfire/engine";

export const roles = ["learner", "author", "admin"] as const;
export type Role = (typeof roles)[number];

/** An account as the rest of the product sees it: the password's hash never leaves this package. */
export type Account = {
  userId: UserId;
  name: string;
  /** Lower-case. */
  email: string;
  roles: Role[];
  locale: string;
  createdAt: string;
  disabledAt: string | null;
};

export type NewAccount = { name: string; email: string; password: string; roles: Role[]; locale?: string };

export interface UserRepository {
  create(account: NewAccount): Promise<Result<Account, "EMAIL_TAKEN">>;
  byId(userId: UserId): Promise<Account | null>;
  byEmail(email: string): Promise<Account | null>;
  /** The account, or null for a wrong password, an unknown or a disabled account: alike in answer and in time. */
  verifySignIn(credentials: { email: string; password: string }): Promise<Account | null>;
}
