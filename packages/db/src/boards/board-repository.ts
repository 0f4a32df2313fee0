import { type Board, boardName, type GameId, type Period, type UserId } from "@quickfire/engine";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { archivedBoards, archivedStandings } from "../schema/archived-boards";
import { users } from "../schema/users";
import type { BoardRepository, StoredPlace } from "./board-repository.types";
import { selectPlaces } from "./board-places";
import { readBests } from "./personal-bests";

/** Rows that are read, and given on, at once. */
const placesAtOnce = 10_000;

export function createBoardRepository(database: Database): BoardRepository {
  const { db, sql: query } = database;

  async function* places(board: Board, period?: Period): AsyncGenerator<StoredPlace[]> {
    const cursor = query<{ user_id: UserId; revision: number; score: string }[]>`${selectPlaces(query, board, period)}`.cursor(placesAtOnce);
    for await (const rows of cursor) yield rows.map(({ user_id: userId, revision, score }) => ({ userId, revision, score: Number(score) }));
  }

  // What comes in parts takes as long as whoever reads it, and is not timed.
  const timed = defineRepository<Omit<BoardRepository, "places">>(database, "boards", {
    async countries() {
      const rows = await query<{ country: string }[]>`
        select distinct country from users join user_scores on user_id = users.id where country is not null and disabled_at is null and total > 0 order by country`;
      return rows.map(({ country }) => country);
    },

    async namesOf(userIds: readonly UserId[]) {
      if (userIds.length === 0) return new Map();
      const rows = await db.select({ userId: users.id, name: users.name }).from(users).where(and(inArray(users.id, [...userIds]), isNull(users.disabledAt)));
      return new Map(rows.map(({ userId, name }) => [userId, name]));
    },

    async playersOf({ gameId, userId }: { gameId: GameId; userId: UserId }) {
      const rows = await query<{ userId: UserId }[]>`
        select distinct user_id as "userId" from game_participants where game_id = ${gameId} and user_id is not null and removed_at is null`;
      const [hosted] = await query`
        select from games where id = ${gameId}
          and (host_user_id = ${userId} or exists (select from game_hosts where game_hosts.game_id = games.id and game_hosts.user_id = ${userId}))`;
      const players = rows.map((row) => row.userId);
      return hosted || players.includes(userId) ? players : null;
    },

    async companionsOf({ userId, limit }) {
      const rows = await query<{ userId: UserId }[]>`
        select other.user_id as "userId"
        from game_participants mine
        join game_participants other on other.game_id = mine.game_id and other.user_id is not null and other.removed_at is null
        where mine.user_id = ${userId} and mine.removed_at is null and other.user_id <> ${userId}
        group by other.user_id order by max(mine.joined_at) desc, other.user_id limit ${limit}`;
      return [userId, ...rows.map((row) => row.userId)];
    },

    async countryOf(userId: UserId) {
      const [row] = await db.select({ country: users.country }).from(users).where(eq(users.id, userId));
      return row?.country ?? null;
    },

    async archive({ board, period, at }) {
      await query.begin(async (transaction) => {
        const name = boardName(board);
        const [begun] = await transaction`
          insert into archived_boards (board, players, archived_at) values (${name}, 0, ${at.toISOString()}) on conflict do nothing returning board`;
        if (!begun) return;
        const kept = await transaction`
          insert into archived_standings (board, user_id, rank, score)
          select ${name}, user_id, rank() over (order by score desc)::int, score from (${selectPlaces(transaction, board, period)}) as place`;
        await transaction`update archived_boards set players = ${kept.count} where board = ${name}`;
      });
    },

    async isArchived(board: Board) {
      return (await db.$count(archivedBoards, eq(archivedBoards.board, boardName(board)))) > 0;
    },

    async archivedTop({ board, limit }) {
      const { userId, score, rank } = archivedStandings;
      return db
        .select({ userId, score, rank })
        .from(archivedStandings)
        .where(eq(archivedStandings.board, boardName(board)))
        .orderBy(asc(rank), asc(userId))
        .limit(limit);
    },

    async firstPointsAt() {
      const [row] = await db.execute<{ at: string | null }>(sql`select min(earned_at) as at from score_changes`);
      return row?.at ? new Date(row.at) : null;
    },

    bestsOf: ({ userId, now }) => readBests(query, userId, now),
  });
  return { ...timed, places };
}
