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

/** Accounts that are deleted and that the boards have been told of: what is still to be forgotten there. Points that came late go. */
export async function erasedOnBoards(sql: Sql): Promise<{ userId: UserId; revision: number }[]> {
  await sql`delete from score_changes using users where users.id = user_id and erased_at is not null`;
  await sql`update user_scores set total = 0 from users where users.id = user_id and erased_at is not null and total <> 0`;
  await sql`delete from league_seats using users where users.id = user_id and erased_at is not null`;
  return sql`select user_id as "userId", revision from user_scores join users on users.id = user_id where erased_at is not null and not untold`;
}

export async function forgottenOnBoards(sql: Sql, { userId, revision }: { userId: UserId; revision: number }): Promise<void> {
  await sql`delete from user_scores where user_id = ${userId} and revision = ${revision} and not untold`;
}
