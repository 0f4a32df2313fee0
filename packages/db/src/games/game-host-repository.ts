import { err, type GameId, ok } from "@quickfire/engine";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { gameHosts } from "../schema/game-hosts";
import { games } from "../schema/games";
import { hostInvitations } from "../schema/host-invitations";
import { users } from "../schema/users";
import { createSecret, hashOfSecret } from "../users/secrets";
import type { GameHostRepository } from "./game-host-repository.types";

const weekMs = 7 * 24 * 60 * 60 * 1000;
const mostCoHosts = 20;

export function createGameHostRepository(database: Database, { now = Date.now }: { now?: () => number } = {}): GameHostRepository {
  const { db } = database;

  return defineRepository<GameHostRepository>(database, "gameHosts", {
    async isCoHost({ gameId, userId }) {
      const [found] = await db.select({ userId: gameHosts.userId }).from(gameHosts).where(and(eq(gameHosts.gameId, gameId), eq(gameHosts.userId, userId)));
      return found !== undefined;
    },

    ofGame: (gameId: GameId) =>
      db
        .select({ userId: users.id, name: users.name, avatar: users.avatar })
        .from(gameHosts)
        .innerJoin(users, eq(users.id, gameHosts.userId))
        .where(eq(gameHosts.gameId, gameId))
        .orderBy(asc(gameHosts.addedAt), asc(users.id)),

    async invite({ gameId, email }) {
      const token = createSecret();
      const createdAt = new Date(now());
      await db.insert(hostInvitations).values({ tokenHash: hashOfSecret(token), gameId, email: email ?? null, createdAt, expiresAt: new Date(createdAt.getTime() + weekMs) });
      return token;
    },

    accept: ({ token, userId, email }) =>
      db.transaction(async (transaction) => {
        const at = new Date(now());
        const [invitation] = await transaction
          .select({ gameId: hostInvitations.gameId, email: hostInvitations.email, hostUserId: games.hostUserId })
          .from(hostInvitations)
          .innerJoin(games, eq(games.id, hostInvitations.gameId))
          .where(and(eq(hostInvitations.tokenHash, hashOfSecret(token)), isNull(hostInvitations.usedAt), gt(hostInvitations.expiresAt, at)))
          // Of two who open the same link at once, the second finds it spent.
          .for("update", { of: hostInvitations });
        if (!invitation) return err("INVALID");
        if (invitation.email !== null && invitation.email !== email) return err("OTHER_ADDRESS");
        const { gameId } = invitation;
        if (invitation.hostUserId === userId) return ok(gameId);
        const [count] = await transaction.select({ coHosts: sql<number>`count(*)::int` }).from(gameHosts).where(eq(gameHosts.gameId, gameId));
        if ((count?.coHosts ?? 0) >= mostCoHosts) return err("FULL");
        const added = await transaction.insert(gameHosts).values({ gameId, userId, addedAt: at }).onConflictDoNothing().returning();
        if (added.length > 0) await transaction.update(hostInvitations).set({ usedAt: at }).where(eq(hostInvitations.tokenHash, hashOfSecret(token)));
        return ok(gameId);
      }),

    async remove({ gameId, userId }) {
      const removed = await db.delete(gameHosts).where(and(eq(gameHosts.gameId, gameId), eq(gameHosts.userId, userId))).returning({ userId: gameHosts.userId });
      return removed.length > 0;
    },
  });
}
