import type { users } from "../schema/users";
import type { Account } from "./user-repository.types";

export function accountOf(row: typeof users.$inferSelect): Account {
  return {
    userId: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    locale: row.locale,
    country: row.country,
    timeZone: row.timeZone,
    avatar: row.avatar,
    emailVerified: row.emailVerifiedAt !== null,
    hasPassword: row.passwordHash !== null,
    createdAt: row.createdAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
  };
}

export const normaliseEmail = (email: string): string => email.trim().normalize("NFC").toLowerCase();
