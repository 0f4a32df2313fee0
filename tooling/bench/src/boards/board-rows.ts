import { randomUUID } from "node:crypto";
import { createDatabase, type Database } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import type { UserId } from "@quickfire/engine";

/** Accounts with so many score rows among them, as they are after a year or two of games. */
export async function fillScores(url: string, { users, rows }: { users: number; rows: number }): Promise<Database> {
  await migrate(url);
  const database = createDatabase(url, { maxConnections: 4 });
  const { sql } = database;
  const tag = randomUUID();
  await sql`
    insert into users (id, name, email, password_hash, roles)
    select gen_random_uuid(), 'Player ' || n, n || ${`-${tag}@quickfire.test`}, 'none', array['learner'] from generate_series(1, ${users}) as n`;
  await sql.begin(async (transaction) => {
    await transaction`set local statement_timeout = 0`;
    await transaction`
      insert into score_changes (id, user_id, source, source_id, delta, old_total, new_total, action, at, earned_at, told_at)
      select gen_random_uuid(), player.id, 'attempt', n::text, 100 + n % 900, 0, 100 + n % 900, 'bench', now(), now() - (n % 400) * interval '1 day', now()
      from generate_series(0, ${rows - 1}) as n
      join (select id, row_number() over () - 1 as place from users) as player on player.place = n % ${users}`;
    await transaction`insert into user_scores (user_id, total, revision) select user_id, sum(delta), count(*) from score_changes group by user_id`;
  });
  await sql`analyze`;
  return database;
}

export async function readUsers({ sql }: Database): Promise<{ userId: UserId; total: number }[]> {
  const rows = await sql<{ userId: UserId; total: string }[]>`select user_id as "userId", total from user_scores order by user_id`;
  return rows.map(({ userId, total }) => ({ userId, total: Number(total) }));
}
