import { randomUUID } from "node:crypto";
import { createDatabase, type Database } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { type GameId, gameIdSchema, type UserId } from "@quickfire/engine";

const rowsPerGame = 1_000;
const playersPerGame = 30;

/** One of the first games, which most of the table lies behind, and a part of the name of one who played in it. */
export type OldGame = { gameId: GameId; userId: UserId; name: string; address: string; agent: string; at: Date };

/** So many rows of the audit, of games one after the other, a class at an address of its own each; a third of the players have accounts. */
export async function fillAudit(url: string, rows: number): Promise<{ database: Database; old: OldGame }> {
  await migrate(url);
  const database = createDatabase(url, { maxConnections: 2 });
  const { sql } = database;
  const tag = randomUUID().slice(0, 8);
  await sql.begin(async (transaction) => {
    await transaction`set local statement_timeout = 0`;
    await transaction`
      create temp table played on commit drop as
      select gen_random_uuid()::text as game_id, game, '198.' || game / 65536 || '.' || game / 256 % 256 || '.' || game % 256 as ip from generate_series(1, ${Math.ceil(rows / rowsPerGame)}) as game`;
    await transaction`
      insert into users (id, name, email, password_hash, roles)
      select gen_random_uuid(), 'Learner ' || n, n || ${`-${tag}@quickfire.test`}, 'none', array['learner'] from generate_series(1, 10000) as n`;
    await transaction`
      insert into game_participants (game_id, participant_id, name, user_id, joined_at)
      select game_id, gen_random_uuid(), 'Player ' || game || '-' || player, case when player % 3 = 0 then account.id end, now()
      from played cross join generate_series(1, ${playersPerGame}) as player
      left join (select id, row_number() over () as place from users) account on account.place = (game * 7919 + player) % 10000 + 1`;
    await transaction`
      insert into audit_events (event_id, game_id, epoch, seq, index, type, participant_id, user_id, old_score, new_score, action, ip, user_agent, at, payload)
      select gen_random_uuid(), played.game_id, 'e1', n / 20, n % 20, case when n % 2 = 0 then 'SCORE_CHANGED' else 'ANSWER_SUBMITTED' end, person.participant_id, person.user_id, n % 9000, n % 9000 + 700,
        'answer', ip, 'Mozilla/5.0 (X11; Linux x86_64) Browser' || case when game = 3 then 'Seldom' else (n % 20)::text end || '/138.0.0.0', now() - (${rows} - n) * interval '100 milliseconds',
        json_build_object('round', n % 20, 'score', n % 9000, 'answer', repeat('x', 200))
      from generate_series(0, ${rows - 1}) as n
      join played on game = n / ${rowsPerGame} + 1
      join (select *, row_number() over (partition by game_id) - 1 as place from game_participants) person on person.game_id = played.game_id and person.place = n % ${playersPerGame}`;
  });
  // As the server does by itself from time to time.
  await sql`vacuum analyze audit_events`;
  await sql`analyze game_participants`;
  const [row] = await sql<(Omit<OldGame, "at"> & { at: string })[]>`
    select game_id as "gameId", audit_events.user_id as "userId", name, ip as address, at from audit_events join game_participants using (game_id, participant_id)
    where user_agent like '%Seldom%' and audit_events.user_id is not null order by at limit 1`;
  if (!row) throw new Error("the old game is not there");
  return { database, old: { ...row, name: row.name.split(" ").at(-1) ?? "", gameId: gameIdSchema.parse(row.gameId), agent: "browserseldom", at: new Date(row.at) } };
}
