import { err, ok, type UserId } from "@quickfire/engine";
import { and, eq, isNull, not, sql } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { hashPassword, verifyPassword } from "../passwords";
import { noteAction } from "../review/note-action";
import { users } from "../schema/users";
import { accountOf, normaliseEmail } from "./account-of";
import { endSessions } from "./end-sessions";
import { newAccountRow } from "./new-account-row";
import type { UserRepository } from "./user-repository.types";

export function createUserRepository(database: Database, { now = Date.now }: { now?: () => number } = {}): UserRepository {
  const { db } = database;

  return defineRepository<UserRepository>(database, "users", {
    async create(account) {
      const [row] = await db.insert(users).values(await newAccountRow(account)).onConflictDoNothing({ target: users.email }).returning();
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

    async saveProfile({ userId, ...profile }) {
      const [row] = await db.update(users).set(profile).where(eq(users.id, userId)).returning();
      return row ? accountOf(row) : null;
    },

    async changePassword({ userId, current, next, keep }) {
      const [known] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId));
      const fits = await verifyPassword(known?.passwordHash ?? null, current);
      if (!known?.passwordHash || !fits) return err("WRONG_PASSWORD");
      const passwordHash = await hashPassword(next);
      const changed = await db.transaction(async (transaction) => {
        // Of two changes from the same password only one comes about.
        const [row] = await transaction
          .update(users)
          .set({ passwordHash })
          .where(and(eq(users.id, userId), eq(users.passwordHash, known.passwordHash ?? ""), isNull(users.disabledAt)))
          .returning();
        if (row) await endSessions(transaction, { userId, at: new Date(now()), keep });
        return row;
      });
      return changed ? ok(accountOf(changed)) : err("WRONG_PASSWORD");
    },

    async addRole({ userId, role }) {
      await db.transaction(async (transaction) => {
        const [changed] = await transaction
          .update(users)
          .set({ roles: sql`array_append(${users.roles}, ${role})` })
          .where(and(eq(users.id, userId), not(sql`${role} = any(${users.roles})`)))
          .returning();
        if (!changed) return;
        const from = changed.roles.filter((one) => one !== role);
        await noteAction(transaction, { action: "roles", flagId: null, by: null, subject: { userId }, details: { from: from.join(", "), to: changed.roles.join(", ") } });
      });
    },
  });
}
