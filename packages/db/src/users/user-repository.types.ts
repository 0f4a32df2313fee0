import type { Result, SessionId, UserId } from "@quickfire/engine";

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
  country: string | null;
  timeZone: string | null;
  avatar: number;
  emailVerified: boolean;
  hasPassword: boolean;
  createdAt: string;
  disabledAt: string | null;
};

/** `password: null`: signs in by a provider. */
export type NewAccount = { name: string; email: string; password: string | null; roles: Role[]; locale?: string };

/** What the owner of an account may change about it. */
export type Profile = { name: string; locale: string; country: string | null; timeZone: string | null; avatar: number };

export interface UserRepository {
  create(account: NewAccount): Promise<Result<Account, "EMAIL_TAKEN">>;
  byId(userId: UserId): Promise<Account | null>;
  byEmail(email: string): Promise<Account | null>;
  /** The account, or null for a wrong password, an unknown or a disabled account: alike in answer and in time. */
  verifySignIn(credentials: { email: string; password: string }): Promise<Account | null>;
  saveProfile(change: { userId: UserId } & Profile): Promise<Account | null>;
  /** Sets the next password and ends every session but the one that is kept. */
  changePassword(change: { userId: UserId; current: string; next: string; keep?: SessionId }): Promise<Result<Account, "WRONG_PASSWORD">>;
  /** Gives an account a role that it does not have yet. */
  addRole(change: { userId: UserId; role: Role }): Promise<void>;
}
