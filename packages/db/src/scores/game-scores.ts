import type { GameId, QuizId, UserId } from "@quickfire/engine";
import type { Sql } from "postgres";
import type { ScoreChange } from "./score-repository.types";

/** Ended games that are verified, and whose players have not got their points yet. */
export async function unscoredGames(sql: Sql, limit: number): Promise<GameId[]> {
  const rows = await sql<{ gameId: GameId }[]>`
    select game_id as "gameId" from game_outcomes where verified and scored_at is null order by ended_at limit ${limit}`;
  return rows.map(({ gameId }) => gameId);
}

export async function gameIsScored(sql: Sql, gameId: GameId): Promise<void> {
  await sql`update game_outcomes set scored_at = now() where game_id = ${gameId} and scored_at is null`;
}

type StandingRow = { userId: UserId; quizId: QuizId | null; delta: number; ip: string | null; userAgent: string | null; at: string };

/**
 * What the signed-in players of an ended game have earned in it: their final score, of whoever played twice the better one. Address
 * and agent are those with which they joined. Nobody earns anything in a rehearsal.
 */
export async function changesOfGame(sql: Sql, gameId: GameId): Promise<ScoreChange[]> {
  const rows = await sql<StandingRow[]>`
    select distinct on (player.user_id) player.user_id as "userId", quiz_id as "quizId", score as delta, joined.ip, joined.user_agent as "userAgent",
      to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from game_standings standing
    join game_participants player on player.game_id = standing.game_id and player.participant_id = standing.participant_id
    join game_outcomes outcome on outcome.game_id = standing.game_id
    left join games on games.id = standing.game_id
    left join audit_events joined on joined.game_id = standing.game_id and joined.participant_id = standing.participant_id and joined.type = 'PARTICIPANT_JOINED'
    where standing.game_id = ${gameId} and player.user_id is not null and not exists (select from rehearsals where rehearsals.game_id = standing.game_id)
    order by player.user_id, score desc`;
  return rows.map(({ at, ...row }) => ({ ...row, source: "game", sourceId: gameId, action: "live-game", at: new Date(at) }));
}
