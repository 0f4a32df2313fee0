import { randomUUID } from "node:crypto";
import { leagueSize, seatPlayers, type UserId } from "@quickfire/engine";
import type { Sql, TransactionSql } from "postgres";

/** Any number will do, as long as nothing else in the same database uses it: one at a time fills leagues. */
const seatingLock = 7_283_546_002;

export async function seatUsers(sql: Sql, week: string, userIds: readonly UserId[]): Promise<void> {
  if (userIds.length === 0) return;
  const waiting = await findWaiting(sql, week, userIds);
  if (waiting.length === 0) return;
  await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${seatingLock})`;
    // Somebody else may have seated them while this one waited.
    const players = await findWaiting(transaction, week, waiting.map(({ userId }) => userId));
    for (const tier of new Set(players.map((player) => player.tier))) {
      await seatTier(transaction, { week, tier }, players.filter((player) => player.tier === tier).map(({ userId }) => userId));
    }
  });
}

function findWaiting(sql: Sql | TransactionSql, week: string, userIds: readonly UserId[]) {
  return sql<{ userId: UserId; tier: number }[]>`
    select users.id as "userId", coalesce(tier, 0) as tier
    from users left join league_players on league_players.user_id = users.id
    where users.id = any(${[...userIds]}::uuid[]) and disabled_at is null and coalesce(takes_part, true)
      and not exists (select from league_seats where league_seats.week = ${week} and league_seats.user_id = users.id)
    order by users.id`;
}

async function seatTier(transaction: TransactionSql, { week, tier }: { week: string; tier: number }, userIds: UserId[]): Promise<void> {
  const begun = await transaction<{ leagueId: string; seats: number }[]>`
    select id as "leagueId", seats from leagues where week = ${week} and tier = ${tier} and closed_at is null and seats < ${leagueSize} order by seats desc, id`;
  const { joining, founding } = seatPlayers(userIds, begun);
  const founded = founding.map((players) => ({ leagueId: randomUUID(), players }));
  for (const { leagueId } of founded) await transaction`insert into leagues (id, week, tier) values (${leagueId}, ${week}, ${tier})`;
  for (const { leagueId, players } of [...joining, ...founded]) {
    await transaction`insert into league_seats (week, user_id, league_id) select ${week}, user_id, ${leagueId} from unnest(${players}::uuid[]) as player (user_id)`;
    await transaction`update leagues set seats = seats + ${players.length} where id = ${leagueId}`;
  }
}
