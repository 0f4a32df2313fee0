import { randomUUID } from "node:crypto";
import { err, ok, type SessionId, sessionIdSchema, type UserId } from "@quickfire/engine";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { refreshTokens } from "../schema/refresh-tokens";
import { sessions } from "../schema/sessions";
import type { IssuedRefreshToken, RefreshTokenRepository } from "./refresh-token-repository.types";
import { createSecret, hashOfSecret } from "./secrets";
import { sessionLifetimeMs } from "./session-repository";

export function createRefreshTokenRepository(
  database: Database,
  { now = Date.now, lifetimeMs = sessionLifetimeMs }: { now?: () => number; lifetimeMs?: number } = {},
): RefreshTokenRepository {
  const { db } = database;

  async function issueInto(writer: Pick<Database["db"], "insert">, sessionId: SessionId, userId: UserId): Promise<IssuedRefreshToken> {
    const refreshToken = createSecret();
    const createdAt = new Date(now());
    const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
    await writer.insert(refreshTokens).values({ tokenHash: hashOfSecret(refreshToken), family: sessionId, userId, createdAt, expiresAt });
    return { userId, sessionId, refreshToken, expiresAt: expiresAt.toISOString() };
  }

  async function endSession(sessionId: SessionId): Promise<void> {
    await db.update(sessions).set({ revokedAt: new Date(now()) }).where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
  }

  return defineRepository<RefreshTokenRepository>(database, "refreshTokens", {
    issue: ({ userId, device }) =>
      db.transaction(async (transaction) => {
        const at = new Date(now());
        const sessionId = sessionIdSchema.parse(randomUUID());
        await transaction.insert(sessions).values({ id: sessionId, userId, kind: "program", device, createdAt: at, lastSeenAt: at, expiresAt: new Date(at.getTime() + lifetimeMs) });
        return issueInto(transaction, sessionId, userId);
      }),

    async rotate(refreshToken: string) {
      const tokenHash = hashOfSecret(refreshToken);
      const at = new Date(now());
      const successor = await db.transaction(async (transaction) => {
        // One statement decides, so of two requests with the same token only one spends it.
        const [spent] = await transaction
          .update(refreshTokens)
          .set({ spentAt: at })
          .where(and(eq(refreshTokens.tokenHash, tokenHash), usableAt(at)))
          .returning({ family: refreshTokens.family, userId: refreshTokens.userId });
        if (!spent) return null;
        await transaction.update(sessions).set({ lastSeenAt: at, expiresAt: new Date(at.getTime() + lifetimeMs) }).where(eq(sessions.id, spent.family));
        return issueInto(transaction, spent.family, spent.userId);
      });
      if (successor) return ok(successor);

      const [known] = await db.select().from(refreshTokens).where(eq(refreshTokens.tokenHash, tokenHash));
      if (!known?.spentAt) return err("INVALID");
      await endSession(known.family);
      return err("REUSED");
    },

    async revoke(refreshToken: string) {
      const [known] = await db.select().from(refreshTokens).where(eq(refreshTokens.tokenHash, hashOfSecret(refreshToken)));
      if (known) await endSession(known.family);
    },
  });
}

/** A successor that was being written while its session ended is refused by the session. */
function usableAt(at: Date) {
  const instant = at.toISOString();
  return sql`${refreshTokens.spentAt} is null and ${refreshTokens.expiresAt} > ${instant}
    and exists (select 1 from sessions session where session.id = ${refreshTokens.family} and session.revoked_at is null)
    and exists (select 1 from users account where account.id = ${refreshTokens.userId} and account.disabled_at is null)`;
}
