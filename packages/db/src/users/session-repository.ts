import { randomUUID } from "node:crypto";
import { type SessionId, sessionIdSchema, type UserId } from "@quickfire/engine";
import { and, desc, eq, gt, isNull, lte } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { sessions } from "../schema/sessions";
import { users } from "../schema/users";
import { accountOf } from "./account-of";
import type { SessionRepository } from "./session-repository.types";

export const sessionLifetimeMs = 30 * 24 * 60 * 60 * 1000;
/** A session that is used all day is written down as seen no more often than that. */
const seenEveryMs = 60_000;

export function createSessionRepository(database: Database, { now = Date.now }: { now?: () => number } = {}): SessionRepository {
  const { db } = database;
  const holds = () => and(isNull(sessions.revokedAt), gt(sessions.expiresAt, new Date(now())));

  return defineRepository<SessionRepository>(database, "sessions", {
    async begin({ userId, device }) {
      const at = new Date(now());
      const sessionId = sessionIdSchema.parse(randomUUID());
      await db.delete(sessions).where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, at)));
      await db.insert(sessions).values({ id: sessionId, userId, kind: "pages", device, createdAt: at, lastSeenAt: at, expiresAt: new Date(at.getTime() + sessionLifetimeMs) });
      return sessionId;
    },

    async look(sessionId: SessionId) {
      const [found] = await db
        .select({ account: users, lastSeenAt: sessions.lastSeenAt })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .where(and(eq(sessions.id, sessionId), holds(), isNull(users.disabledAt)));
      if (!found) return null;
      const at = new Date(now());
      if (at.getTime() - found.lastSeenAt.getTime() >= seenEveryMs) await db.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, sessionId));
      return accountOf(found.account);
    },

    async ofUser(userId: UserId) {
      const rows = await db.select().from(sessions).where(and(eq(sessions.userId, userId), holds())).orderBy(desc(sessions.lastSeenAt), desc(sessions.id)).limit(100);
      return rows.map(({ id, kind, device, createdAt, lastSeenAt }) => ({ sessionId: id, kind, device, createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() }));
    },

    async endedSince(instant: Date) {
      const rows = await db.select({ id: sessions.id }).from(sessions).where(gt(sessions.revokedAt, instant));
      return rows.map(({ id }) => id);
    },

    async revoke({ userId, sessionId }) {
      const ended = await db
        .update(sessions)
        .set({ revokedAt: new Date(now()) })
        .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), holds()))
        .returning({ id: sessions.id });
      return ended.length > 0;
    },
  });
}
