import { gameIdSchema, ok, type GameId, type UserId } from "@quickfire/engine";
import { and, desc, eq, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { decodeCursor, pageOf, pageSize } from "../paging";
import { gameHosts } from "../schema/game-hosts";
import { gameOutcomes } from "../schema/game-outcomes";
import { gameParticipants } from "../schema/game-participants";
import { games } from "../schema/games";
import { users } from "../schema/users";
import type { GameRecord, GameRepository } from "./game-repository.types";

/** Sort key of the list: running before ended, then the newest first. */
const positionSchema = z.tuple([z.boolean(), z.iso.datetime(), gameIdSchema]);

export function createGameRepository(database: Database): GameRepository {
  const { db } = database;

  const select = () => db.select(recordColumns).from(games).leftJoin(gameOutcomes, eq(gameOutcomes.gameId, games.id));

  return defineRepository<GameRepository>(database, "games", {
    async recordCreated({ gameId, ...game }) {
      await db.insert(games).values({ id: gameId, ...game, createdAt: new Date() }).onConflictDoNothing();
    },

    async ofHost({ hostUserId, cursor, limit }) {
      const after = decodeCursor(cursor, positionSchema);
      if (!after.ok) return after;
      const size = pageSize(limit);
      const rows = await select()
        .where(and(hostedBy(hostUserId), after.value ? isAfter(after.value) : undefined))
        .orderBy(hasEnded, desc(games.createdAt), desc(games.id))
        .limit(size + 1);
      return ok(pageOf(rows, size, { item: recordOf, position: (row) => [row.endedAt !== null, row.createdAt.toISOString(), row.gameId] }));
    },

    async lastSettings({ hostUserId, quizId }) {
      const [last] = await db
        .select({ quizId: games.quizId, settings: games.settings })
        .from(games)
        .where(eq(games.hostUserId, hostUserId))
        .orderBy(desc(eq(games.quizId, quizId)), desc(games.createdAt))
        .limit(1);
      return last ?? null;
    },

    async running(limit) {
      return db
        .select({ gameId: games.id, hostName: users.name })
        .from(games)
        .innerJoin(users, eq(users.id, games.hostUserId))
        .leftJoin(gameOutcomes, eq(gameOutcomes.gameId, games.id))
        .where(isNull(gameOutcomes.endedAt))
        .orderBy(desc(games.createdAt))
        .limit(limit);
    },

    async byId({ gameId, hostUserId }: { gameId: GameId; hostUserId: UserId }) {
      const [row] = await select().where(and(eq(games.id, gameId), hostedBy(hostUserId)));
      return row ? recordOf(row) : null;
    },
  });
}

/** Opened by them, or hosted together with who opened it. */
const hostedBy = (userId: UserId) =>
  or(eq(games.hostUserId, userId), sql`exists (select 1 from ${gameHosts} where ${gameHosts.gameId} = ${games.id} and ${gameHosts.userId} = ${userId})`);

const hasEnded = isNotNull(gameOutcomes.endedAt);

function isAfter([ended, createdAt, gameId]: z.infer<typeof positionSchema>): SQL {
  const laterInGroup = sql`(${hasEnded}) = ${ended} and (${games.createdAt}, ${games.id}) < (${createdAt}::timestamptz, ${gameId})`;
  return ended ? laterInGroup : sql`((${hasEnded}) or (${laterInGroup}))`;
}

const recordColumns = {
  gameId: games.id,
  quizId: games.quizId,
  quizVersionId: games.quizVersionId,
  hostUserId: games.hostUserId,
  title: games.title,
  pin: games.pin,
  settings: games.settings,
  createdAt: games.createdAt,
  startedAt: gameOutcomes.startedAt,
  endedAt: gameOutcomes.endedAt,
  interrupted: gameOutcomes.interrupted,
  participants: sql<number>`(select count(*)::int from ${gameParticipants} where ${gameParticipants.gameId} = ${games.id}
    and ${gameParticipants.joinedAt} is not null and ${gameParticipants.removedAt} is null)`,
  rehearsal: sql<boolean>`exists (select from rehearsals where rehearsals.game_id = ${games.id})`,
};

type Row = Pick<typeof games.$inferSelect, "quizId" | "quizVersionId" | "hostUserId" | "title" | "pin" | "settings" | "createdAt"> & {
  gameId: GameId;
  startedAt: Date | null;
  endedAt: Date | null;
  interrupted: boolean | null;
  participants: number;
  rehearsal: boolean;
};

function recordOf({ startedAt, endedAt, createdAt, interrupted, ...game }: Row): GameRecord {
  return {
    ...game,
    status: endedAt === null ? "running" : "ended",
    interrupted: interrupted ?? false,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}
