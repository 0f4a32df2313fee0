import { randomUUID } from "node:crypto";
import { type ApiKeyId, apiKeyIdSchema, err, ok, type UserId } from "@quickfire/engine";
import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { apiKeys } from "../schema/api-keys";
import { users } from "../schema/users";
import { accountOf } from "./account-of";
import type { ApiKey, ApiKeyRepository } from "./api-key-repository.types";
import { createSecret, hashOfSecret } from "./secrets";

/** Tells a key from other tokens at a glance, also for the scanners that look for keys in public repositories. */
export const apiKeyPrefix = "qf_";
const shownCharacters = apiKeyPrefix.length + 6;
export const mostApiKeys = 20;
const seenEveryMs = 60_000;

export function createApiKeyRepository(database: Database, { now = Date.now }: { now?: () => number } = {}): ApiKeyRepository {
  const { db } = database;
  const opens = () => and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, new Date(now()))));

  return defineRepository<ApiKeyRepository>(database, "apiKeys", {
    create: ({ userId, name, scopes, expiresAt }) =>
      db.transaction(async (transaction) => {
        // Keys of one account are made one after the other, or two at once could both be the last.
        await transaction.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
        const [count] = await transaction.select({ keys: sql<number>`count(*)::int` }).from(apiKeys).where(and(eq(apiKeys.userId, userId), opens()));
        if ((count?.keys ?? 0) >= mostApiKeys) return err("TOO_MANY");
        const key = `${apiKeyPrefix}${createSecret()}`;
        const row = {
          id: apiKeyIdSchema.parse(randomUUID()), userId, name, keyHash: hashOfSecret(key), start: key.slice(0, shownCharacters), scopes: [...scopes],
          createdAt: new Date(now()), expiresAt: expiresAt === null ? null : new Date(expiresAt), lastUsedAt: null,
        };
        await transaction.insert(apiKeys).values(row);
        return ok({ ...keyOf(row), key });
      }),

    async ofUser(userId: UserId) {
      const rows = await db.select().from(apiKeys).where(and(eq(apiKeys.userId, userId), opens())).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
      return rows.map(keyOf);
    },

    async revoke({ userId, apiKeyId }) {
      const ended = await db.update(apiKeys).set({ revokedAt: new Date(now()) }).where(and(eq(apiKeys.id, apiKeyId), eq(apiKeys.userId, userId), opens())).returning({ id: apiKeys.id });
      return ended.length > 0;
    },

    async look(key: string) {
      const [found] = await db
        .select({ key: apiKeys, account: users })
        .from(apiKeys)
        .innerJoin(users, eq(users.id, apiKeys.userId))
        .where(and(eq(apiKeys.keyHash, hashOfSecret(key)), opens(), isNull(users.disabledAt)));
      if (!found) return null;
      const at = new Date(now());
      const { id, lastUsedAt, scopes } = found.key;
      if (!lastUsedAt || at.getTime() - lastUsedAt.getTime() >= seenEveryMs) await db.update(apiKeys).set({ lastUsedAt: at }).where(eq(apiKeys.id, id));
      return { apiKeyId: id, account: accountOf(found.account), scopes };
    },
  });
}

type Row = { id: ApiKeyId; name: string; start: string; scopes: string[]; createdAt: Date; expiresAt: Date | null; lastUsedAt: Date | null };

function keyOf({ id, name, start, scopes, createdAt, expiresAt, lastUsedAt }: Row): ApiKey {
  return { apiKeyId: id, name, start, scopes, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
