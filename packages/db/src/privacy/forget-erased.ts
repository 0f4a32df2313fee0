import type { GameId, ParticipantId, UserId } from "@quickfire/engine";
import type { Sql } from "postgres";
import { forgetPlayers } from "./forget-players";

/**
 * Finishes what the deletion of an account began: takes its owner out of the logs of the games that they played, so many at once, and
 * whatever was still on its way when they went. Answers with how many games that were.
 */
export async function forgetErasedPlayers(sql: Sql, { games }: { games: number }): Promise<number> {
  const found = await sql<{ gameId: GameId; participantIds: ParticipantId[] }[]>`
    select game_id as "gameId", array_agg(participant_id) as "participantIds" from game_participants join users on users.id = user_id
    where erased_at is not null group by game_id limit ${games}`;
  for (const game of found) await forgetPlayers(sql, { ...game, origins: true });
  return found.length;
}

export type ErasedOnBoards = { userId: UserId; revision: number; country: string | null };

/** Accounts that are deleted and that the boards have been told of: what is still to be forgotten there. */
export async function erasedOnBoards(sql: Sql): Promise<ErasedOnBoards[]> {
  return sql`select user_id as "userId", revision, country from user_scores join users on users.id = user_id where erased_at is not null and not untold`;
}

/** Once no board has them any more, their points go. What came late raised the revision, and has its turn later. */
export async function forgottenOnBoards(sql: Sql, { userId, revision }: ErasedOnBoards): Promise<void> {
  await sql.begin(async (transaction) => {
    const gone = await transaction`delete from user_scores where user_id = ${userId} and revision = ${revision} and not untold`;
    if (gone.count === 0) return;
    await transaction`update users set country = null where id = ${userId}`;
    await transaction`delete from score_changes where user_id = ${userId}`;
    await transaction`delete from league_seats where user_id = ${userId}`;
  });
}
