import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { hashPassword } from "../passwords";
import { apiKeys } from "../schema/api-keys";
import { mailedTokens } from "../schema/mailed-tokens";
import { users } from "../schema/users";
import { accountOf } from "./account-of";
import { endSessions } from "./end-sessions";
import type { MailedTokenRepository } from "./mailed-token-repository.types";
import { createSecret, hashOfSecret } from "./secrets";

const hourMs = 60 * 60 * 1000;
const lifetimesMs = { "prove-address": 48 * hourMs, "new-password": hourMs };

type Purpose = keyof typeof lifetimesMs;
type Writer = Pick<Database["db"], "update" | "select">;

export function createMailedTokenRepository(database: Database, { now = Date.now }: { now?: () => number } = {}): MailedTokenRepository {
  const { db } = database;

  /** One statement decides, so of two uses of the same token only one spends it. */
  async function spend(writer: Writer, purpose: Purpose, token: string): Promise<typeof users.$inferSelect | null> {
    const at = new Date(now());
    const [spent] = await writer
      .update(mailedTokens)
      .set({ usedAt: at })
      .where(and(eq(mailedTokens.tokenHash, hashOfSecret(token)), eq(mailedTokens.purpose, purpose), isNull(mailedTokens.usedAt), gt(mailedTokens.expiresAt, at)))
      .returning({ userId: mailedTokens.userId, email: mailedTokens.email });
    if (!spent) return null;
    const [account] = await writer.select().from(users).where(and(eq(users.id, spent.userId), eq(users.email, spent.email), isNull(users.disabledAt)));
    return account ?? null;
  }

  return defineRepository<MailedTokenRepository>(database, "mailedTokens", {
    async issue({ userId, purpose, email }) {
      const token = createSecret();
      const createdAt = new Date(now());
      await db.insert(mailedTokens).values({ tokenHash: hashOfSecret(token), userId, purpose, email, createdAt, expiresAt: new Date(createdAt.getTime() + lifetimesMs[purpose]) });
      return token;
    },

    proveAddress: (token: string) =>
      db.transaction(async (transaction) => {
        const account = await spend(transaction, "prove-address", token);
        if (!account) return null;
        const [proved] = await transaction
          .update(users)
          .set({ emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${new Date(now()).toISOString()}::timestamptz)` })
          .where(eq(users.id, account.id))
          .returning();
        return proved ? accountOf(proved) : null;
      }),

    async setPassword({ token, password }) {
      const passwordHash = await hashPassword(password);
      return db.transaction(async (transaction) => {
        const account = await spend(transaction, "new-password", token);
        if (!account) return null;
        const at = new Date(now());
        const [changed] = await transaction.update(users).set({ passwordHash, emailVerifiedAt: account.emailVerifiedAt ?? at }).where(eq(users.id, account.id)).returning();
        await endSessions(transaction, { userId: account.id, at });
        await transaction.update(mailedTokens).set({ usedAt: at }).where(and(eq(mailedTokens.userId, account.id), eq(mailedTokens.purpose, "new-password"), isNull(mailedTokens.usedAt)));
        if (account.emailVerifiedAt === null) await transaction.update(apiKeys).set({ revokedAt: at }).where(and(eq(apiKeys.userId, account.id), isNull(apiKeys.revokedAt)));
        return changed ? accountOf(changed) : null;
      });
    },
  });
}
