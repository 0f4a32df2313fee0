import { createHash, randomBytes, randomUUID } from "node:crypto";
import { err, ok, type UserId } from "@quickfire/engine";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { refreshTokens } from "../schema/refresh-tokens";
import type { IssuedRefreshToken, RefreshTokenRepository } from "./refresh-token-repository.types";

const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000;

export function createRefreshTokenRepository(
  database: Database,
  { now = Date.now, lifetimeMs = thirtyDaysMs }: { now?: () => number; lifetimeMs?: number } = {},
): RefreshTokenRepository {
  const { db } = database;

  async function issueInto(writer: Pick<Database["db"], "insert">, family: string, userId: UserId): Promise<IssuedRefreshToken> {
    const refreshToken = randomBytes(32).toString("base64url");
    const createdAt = new Date(now());
    const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
    await writer.insert(refreshTokens).values({ tokenHash: hashOf(refreshToken), family, userId, createdAt, expiresAt });
    return { userId, refreshToken, expiresAt: expiresAt.toISOString() };
  }

  async function revokeFamily(family: string): Promise<void> {
    await db.update(refreshTokens).set({ revokedAt: new Date(now()) }).where(and(eq(refreshTokens.family, family), isNull(refreshTokens.revokedAt)));
  }

  return defineRepository(database, "refreshTokens", {
    issue: (userId: UserId) => issueInto(db, randomUUID(), userId),

    async rotate(refreshToken: string) {
      const tokenHash = hashOf(refreshToken);
      const at = new Date(now());
      const successor = await db.transaction(async (transaction) => {
        // One statement decides, so of two requests with the same token only one spends it.
        const [spent] = await transaction
          .update(refreshTokens)
          .set({ spentAt: at })
          .where(and(eq(refreshTokens.tokenHash, tokenHash), usableAt(at)))
          .returning({ family: refreshTokens.family, userId: refreshTokens.userId });
        return spent ? issueInto(transaction, spent.family, spent.userId) : null;
      });
      if (successor) return ok(successor);

      const [known] = await db.select().from(refreshTokens).where(eq(refreshTokens.tokenHash, tokenHash));
      if (!known?.spentAt) return err("INVALID");
      await revokeFamily(known.family);
      return err("REUSED");
    },

    async revoke(refreshToken: string) {
      const [known] = await db.select().from(refreshTokens).where(eq(refreshTokens.tokenHash, hashOf(refreshToken)));
      if (known) await revokeFamily(known.family);
    },

    async revokeAllOf(userId: UserId) {
      await db.update(refreshTokens).set({ revokedAt: new Date(now()) }).where(and(eq(refreshTokens.userId, userId), isNull(refreshTokens.revokedAt)));
    },
  });
}

/**
 * A family with one revoked token is dead as a whole: a successor that was being written while the family was revoked escapes
 * that update, but not this condition.
 */
function usableAt(at: Date) {
  const instant = at.toISOString();
  return sql`${refreshTokens.spentAt} is null and ${refreshTokens.expiresAt} > ${instant}
    and not exists (select 1 from refresh_tokens relative where relative.family = ${refreshTokens.family} and relative.revoked_at is not null)
    and exists (select 1 from users account where account.id = ${refreshTokens.userId} and account.disabled_at is null)`;
}

const hashOf = (refreshToken: string) => createHash("sha256").update(refreshToken).digest("hex");
