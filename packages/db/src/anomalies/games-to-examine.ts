import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

/** A class, or ten of them, is looked at while it plays. Of more only once: reading all of it every few seconds would slow down its own saving. */
const mostWhileRunning = 2_000;

/** Games that run, and those that have ended, with all of their log there, since they were last examined. The oldest first: all get their turn. */
export async function gamesToExamine(sql: Sql): Promise<GameId[]> {
  const rows = await sql<{ gameId: GameId }[]>`
    select game_id as "gameId" from game_outcomes
    where examined_at is null and started_at > now() - interval '7 days' and case when ended_at is not null then verified is not null
      else (select count(*) from (select from game_participants where game_participants.game_id = game_outcomes.game_id limit ${mostWhileRunning + 1}) known) <= ${mostWhileRunning} end
    order by started_at limit 500`;
  return rows.map(({ gameId }) => gameId);
}

/** Notes that a game which has ended, and whose log is checked, needs no more looking at. */
export async function noteExamined(sql: Sql, gameId: GameId): Promise<void> {
  await sql`update game_outcomes set examined_at = now() where game_id = ${gameId} and verified is not null`;
}
