import { randomUUID } from "node:crypto";
import { userIdSchema } from "@quickfire/engine";
import { hashPassword } from "../passwords";
import type { users } from "../schema/users";
import { normaliseEmail } from "./account-of";
import type { NewAccount } from "./user-repository.types";

const avatarCount = 240;

/** An account's first row. Its avatar follows from its id until its owner chooses another. */
export async function newAccountRow(account: NewAccount): Promise<typeof users.$inferInsert> {
  const id = userIdSchema.parse(randomUUID());
  return {
    id,
    name: account.name.trim(),
    email: normaliseEmail(account.email),
    passwordHash: account.password === null ? null : await hashPassword(account.password),
    roles: account.roles,
    locale: account.locale,
    avatar: Number.parseInt(id.slice(0, 6), 16) % avatarCount,
  };
}
