import { err, ok, type UserId } from "@quickfire/engine";
import { and, eq } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { linkedSignIns } from "../schema/linked-sign-ins";
import { users } from "../schema/users";
import { accountOf, normaliseEmail } from "./account-of";
import { newAccountRow } from "./new-account-row";
import type { LinkedSignInRepository, ProvidedIdentity } from "./linked-sign-in-repository.types";

export function createLinkedSignInRepository(database: Database, { now = Date.now }: { now?: () => number } = {}): LinkedSignInRepository {
  const { db } = database;

  async function findLinked({ provider, subject }: ProvidedIdentity) {
    const [found] = await db
      .select({ account: users })
      .from(linkedSignIns)
      .innerJoin(users, eq(users.id, linkedSignIns.userId))
      .where(and(eq(linkedSignIns.provider, provider), eq(linkedSignIns.subject, subject)));
    return found?.account ?? null;
  }

  /** Of two first sign-ins at once, one links; both come in. */
  async function link({ provider, subject }: ProvidedIdentity, userId: UserId): Promise<void> {
    await db.insert(linkedSignIns).values({ provider, subject, userId, createdAt: new Date(now()) }).onConflictDoNothing();
  }

  return defineRepository<LinkedSignInRepository>(database, "linkedSignIns", {
    async enter(identity) {
      const linked = await findLinked(identity);
      if (linked) return linked.disabledAt ? err("DISABLED") : ok({ account: accountOf(linked), isNew: false });
      if (!identity.emailVerified) return err("UNVERIFIED");

      const row = { ...(await newAccountRow({ ...identity, password: null })), emailVerifiedAt: new Date(now()) };
      const [made] = await db.insert(users).values(row).onConflictDoNothing({ target: users.email }).returning();
      const [account] = made ? [made] : await db.select().from(users).where(eq(users.email, normaliseEmail(identity.email)));
      if (!account || account.emailVerifiedAt === null) return err("ADDRESS_IN_USE");
      if (account.disabledAt) return err("DISABLED");
      await link(identity, account.id);
      return ok({ account: accountOf(account), isNew: made !== undefined });
    },
  });
}
