import { InvariantError, rankLeague, tierAfter, type UserId, weekNamed } from "@quickfire/engine";
import type { Sql, TransactionSql } from "postgres";

type OpenLeague = { id: string; week: string; tier: number };

/** One league a transaction, so that several workers share them out; a league that another one ends is left to it. */
export async function closeLeaguesBefore(sql: Sql, week: string): Promise<number> {
  for (let closed = 0; ; closed += 1) {
    const isDone = await sql.begin(async (transaction) => {
      const [league] = await transaction<OpenLeague[]>`
        select id, week, tier from leagues where closed_at is null and week < ${week} order by week, id limit 1 for update skip locked`;
      if (league) await closeLeague(transaction, league);
      return !league;
    });
    if (isDone) return closed;
  }
}

async function closeLeague(transaction: TransactionSql, league: OpenLeague): Promise<void> {
  const results = rankLeague(await pointsIn(transaction, league), league.tier);
  const columns = {
    userIds: results.map(({ userId }) => userId),
    points: results.map(({ points }) => points),
    ranks: results.map(({ rank }) => rank),
    outcomes: results.map(({ outcome }) => outcome),
    tiers: results.map(({ outcome }) => tierAfter(league.tier, outcome)),
  };
  await transaction`
    update league_seats set points = result.points, rank = result.rank, outcome = result.outcome
    from unnest(${columns.userIds}::uuid[], ${columns.points}::bigint[], ${columns.ranks}::int[], ${columns.outcomes}::text[]) as result (user_id, points, rank, outcome)
    where league_seats.week = ${league.week} and league_seats.user_id = result.user_id`;
  await transaction`
    insert into league_players (user_id, tier)
    select user_id, tier from unnest(${columns.userIds}::uuid[], ${columns.tiers}::int[]) as result (user_id, tier) order by user_id
    on conflict (user_id) do update set tier = excluded.tier`;
  await transaction`update leagues set closed_at = now() where id = ${league.id}`;
}

async function pointsIn(transaction: TransactionSql, { id, week }: OpenLeague): Promise<{ userId: UserId; points: number }[]> {
  const period = weekNamed(week);
  if (!period) throw new InvariantError(`a league of the week ${week}`);
  const rows = await transaction<{ userId: UserId; points: string }[]>`
    select seat.user_id as "userId", coalesce(sum(delta), 0)::bigint as points
    from league_seats seat
    left join score_changes change on change.user_id = seat.user_id
      and earned_at >= to_timestamp(${period.startsAt}::float8 / 1000) and earned_at < to_timestamp(${period.endsAt}::float8 / 1000)
    where seat.league_id = ${id} group by seat.user_id`;
  return rows.map(({ userId, points }) => ({ userId, points: Number(points) }));
}
