import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

/**
 * What Postgres knows of where a game has got to. `settled`: it has ended, and everyone's final standing is stored. `epoch` is the one in
 * which it was last rebuilt; null for one that never was.
 */
export type KnownGame = { gameId: GameId; ended: boolean; settled: boolean; epoch: string | null };

/**
 * All games that are not settled, and of the others those that are asked for. Redis forgets an ended game after a day, so one that is older
 * counts as settled whatever became of it. `region` names the games of one Redis; empty for all.
 */
export async function readKnownGames(sql: Sql, { region, gameIds }: { region: string; gameIds: GameId[] }): Promise<KnownGame[]> {
  return sql<KnownGame[]>`
    with unsettled as (
      select game_id from game_outcomes
      where verified is null and ended_at > now() - interval '20 hours'
        and (select count(*) from game_standings standing where standing.game_id = game_outcomes.game_id)
          < (select count(*) from game_participants people where people.game_id = game_outcomes.game_id and joined_at is not null and removed_at is null)
    )
    select games.id as "gameId", ended_at is not null as ended,
      ended_at is not null and games.id not in (select game_id from unsettled) as settled,
      (select epoch from game_epochs where game_epochs.game_id = games.id order by fence desc limit 1) as epoch
    from games left join game_outcomes on game_outcomes.game_id = games.id
    where (ended_at is null or games.id in (select game_id from unsettled) or games.id = any(${gameIds}::text[])) and (${region} = '' or games.id like ${region} || '-%')`;
}

/** The highest log number of each game that is stored, in the epoch in which Redis has it. */
export async function readStoredPositions(sql: Sql, games: { gameId: GameId; epoch: string }[]): Promise<Map<GameId, number>> {
  const rows = await sql<{ gameId: GameId; logNumber: number }[]>`
    select asked.game_id as "gameId", (select max(seq) from audit_events stored where stored.game_id = asked.game_id and stored.epoch = asked.epoch) as "logNumber"
    from unnest(${games.map(({ gameId }) => gameId)}::text[], ${games.map(({ epoch }) => epoch)}::text[]) as asked (game_id, epoch)`;
  return new Map(rows.map(({ gameId, logNumber }) => [gameId, logNumber ?? 0]));
}
