import { err, ok, type Result, userIdSchema } from "@quickfire/engine";
import { and, desc, eq, isNotNull, isNull, or, ilike, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { decodeCursor, pageOf, pageSize } from "../paging";
import { searchPatterns } from "../quizzes/search-pattern";
import { noteAction } from "../review/note-action";
import { users } from "../schema/users";
import { accountOf } from "./account-of";
import { endSessions } from "./end-sessions";
import type { AccountChange, AdministrationFailure, UserAdministration } from "./user-administration.types";
import type { Account, Role } from "./user-repository.types";

/** Any number will do, as long as nothing else in the same database uses it. */
const administrationLock = 7_283_546_002;
const positionSchema = z.tuple([z.iso.datetime(), userIdSchema]);

type Row = typeof users.$inferSelect;
type Writer = Pick<Database["db"], "insert" | "update" | "select">;

export function createUserAdministration(database: Database, { now = Date.now }: { now?: () => number } = {}): UserAdministration {
  const { db } = database;

  /**
   * Admins change accounts one after the other, and each has to be an admin still when their turn comes: of two who take the
   * role from each other at once, only the first succeeds.
   */
  function change({ by, userId }: AccountChange, decide: (writer: Writer, account: Row) => Promise<Result<Row, AdministrationFailure>>): Promise<Result<Account, AdministrationFailure>> {
    return db.transaction(async (transaction) => {
      await transaction.execute(sql`select pg_advisory_xact_lock(${administrationLock})`);
      const [admin] = await transaction.select().from(users).where(and(eq(users.id, by.userId), isNull(users.disabledAt)));
      if (!admin?.roles.includes("admin")) return err("FORBIDDEN");
      const [account] = await transaction.select().from(users).where(and(eq(users.id, userId), isNull(users.erasedAt))).for("update");
      if (!account) return err("NOT_FOUND");
      const decided = await decide(transaction, account);
      return decided.ok ? ok(accountOf(decided.value)) : decided;
    });
  }

  return defineRepository<UserAdministration>(database, "userAdministration", {
    async list({ search, role, disabled, cursor, limit }) {
      const after = decodeCursor(cursor, positionSchema);
      if (!after.ok) return after;
      const size = pageSize(limit);
      const lastSeenAt = sql<string | null>`(select max(last_seen_at) from sessions where sessions.user_id = users.id)`;
      const rows = await db
        .select({ account: users, lastSeenAt })
        .from(users)
        .where(
          and(
            isNull(users.erasedAt),
            ...searchPatterns(search).map((pattern) => or(ilike(users.name, pattern), ilike(users.email, pattern))),
            role ? sql`${role} = any(${users.roles})` : undefined,
            disabled === undefined ? undefined : disabled ? isNotNull(users.disabledAt) : isNull(users.disabledAt),
            after.value ? sql`(${users.createdAt}, ${users.id}) < (${after.value[0]}::timestamptz, ${after.value[1]}::uuid)` : undefined,
          ),
        )
        .orderBy(desc(users.createdAt), desc(users.id))
        .limit(size + 1);
      return ok(
        pageOf(rows, size, {
          item: ({ account, lastSeenAt: seen }) => ({ ...accountOf(account), lastSeenAt: seen === null ? null : new Date(seen).toISOString() }),
          position: ({ account }) => [account.createdAt.toISOString(), account.id],
        }),
      );
    },

    setRoles: ({ roles, seen, ...who }) =>
      change(who, async (writer, account) => {
        const { by, userId } = who;
        if (!sameRoles(account.roles, seen)) return err("STALE");
        if (by.userId === userId && !roles.includes("admin")) return err("OWN_ACCESS");
        if (sameRoles(account.roles, roles)) return ok(account);
        await noteAction(writer, { action: "roles", flagId: null, by, subject: { userId }, details: { from: account.roles.join(", "), to: [...new Set(roles)].join(", ") } });
        return ok(await save(writer, account, { roles: [...new Set(roles)] }));
      }),

    setDisabled: ({ disabled, ...who }) =>
      change(who, async (writer, account) => {
        const { by, userId } = who;
        if (by.userId === userId) return err("OWN_ACCESS");
        if (disabled === (account.disabledAt !== null)) return ok(account);
        const at = new Date(now());
        await noteAction(writer, { action: disabled ? "disable" : "enable", flagId: null, by, subject: { userId }, details: {} });
        if (disabled) await endSessions(writer, { userId: account.id, at });
        return ok(await save(writer, account, { disabledAt: disabled ? at : null }));
      }),
  });
}

async function save(writer: Writer, account: Row, change: Partial<Row>): Promise<Row> {
  const [saved] = await writer.update(users).set(change).where(eq(users.id, account.id)).returning();
  return saved ?? account;
}

const sameRoles = (one: readonly Role[], other: readonly Role[]): boolean => new Set(one).size === new Set(other).size && one.every((role) => other.includes(role));
