import { randomUUID } from "node:crypto";
import { err, ok, type UserId, userIdSchema } from "@quickfire/engine";
import { eq } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { hashPassword, verifyPassword } from "../passwords";
import { users } from "../schema/users";
import type { Account, UserRepository } from "./user-repository.types";

export function createUserRepository(database: Database): UserRepository {
  const { db } = database;

  return defineRepository(database, "users", {
    async create(account) {
      const [row] = await db
        .insert(users)
        .values({
          id: userIdSchema.parse(randomUUID()),
          name: account.name.trim(),
          email: normaliseEmail(account.email),
          passwordHash: await hashPassword(account.password),
          roles: account.roles,
          locale: account.locale,
        })
        .onConflictDoNothing({ target: users.email })
        .returning();
      return row ? ok(accountOf(row)) : err("EMAIL_TAKEN");
    },

    async byId(userId: UserId) {
      const [row] = await db.select().from(users).where(eq(users.id, userId));
      return row ? accountOf(row) : null;
    },

    async byEmail(email: string) {
      const [row] = await db.select().from(users).where(eq(users.email, normaliseEmail(email)));
      return row ? accountOf(row) : null;
    },

    async verifySignIn({ email, password }) {
      const [row] = await db.select().from(users).where(eq(users.email, normaliseEmail(email)));
      const fits = await verifyPassword(row?.passwordHash ?? null, password);
      return row && fits && row.disabledAt === null ? accountOf(row) : null;
    },
  });
}

const normaliseEmail = (email: string) => email.trim().normalize("NFC").toLowerCase();

function accountOf(row: typeof users.$inferSelect): Account {
  return {
    userId: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    locale: row.locale,
    createdAt: row.createdAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
  };
}
