import { InvariantError, type UserId, weekNamed } from "@quickfire/engine";
import { eq, sql } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { leaguePlayers } from "../schema/league-players";
import { closeLeaguesBefore } from "./close-leagues";
import type { LeagueRepository, LeagueSeat, PastWeek } from "./league-repository.types";
import { seatUsers } from "./seat-users";

export function createLeagueRepository(database: Database): LeagueRepository {
  const { db, sql: query } = database;

  return defineRepository<LeagueRepository>(database, "leagues", {
    seat: ({ week, userIds }) => seatUsers(query, week, userIds),

    closeBefore: (week: string) => closeLeaguesBefore(query, week),

    async leagueOf({ userId, week }) {
      const period = weekNamed(week);
      if (!period) throw new InvariantError(`a league of the week ${week}`);
      const [league] = await query<{ leagueId: string; week: string; tier: number }[]>`
        select leagues.id as "leagueId", leagues.week, tier from league_seats join leagues on leagues.id = league_id
        where league_seats.week = ${week} and user_id = ${userId}`;
      if (!league) return null;
      const seats = await query<(Omit<LeagueSeat, "points"> & { points: string })[]>`
        select users.id as "userId", name, avatar, coalesce(shows_name, false) as "showsName", coalesce(earned.points, 0) as points
        from league_seats
        join users on users.id = league_seats.user_id
        left join league_players on league_players.user_id = users.id
        left join lateral (
          select sum(delta)::bigint as points from score_changes
          where score_changes.user_id = users.id and earned_at >= to_timestamp(${period.startsAt}::float8 / 1000) and earned_at < to_timestamp(${period.endsAt}::float8 / 1000)
        ) as earned on true
        where league_id = ${league.leagueId}`;
      return { ...league, seats: seats.map((seat) => ({ ...seat, points: Number(seat.points) })) };
    },

    async standingOf(userId: UserId) {
      const [row] = await db.select().from(leaguePlayers).where(eq(leaguePlayers.userId, userId));
      return { tier: row?.tier ?? 0, takesPart: row?.takesPart ?? true, showsName: row?.showsName ?? false };
    },

    async choose({ userId, settings }) {
      await db.transaction(async (transaction) => {
        await transaction.insert(leaguePlayers).values({ userId, ...settings }).onConflictDoUpdate({ target: leaguePlayers.userId, set: { userId, ...settings } });
        if (settings.takesPart !== false) return;
        await transaction.execute(sql`
          with freed as (
            delete from league_seats using leagues where leagues.id = league_id and closed_at is null and league_seats.user_id = ${userId} returning league_id
          )
          update leagues set seats = seats - 1 from freed where leagues.id = freed.league_id`);
      });
    },

    async pastWeeksOf({ userId, limit }) {
      const rows = await query<(Omit<PastWeek, "points"> & { points: string })[]>`
        select leagues.week, tier, seats as players, points, rank, outcome
        from league_seats join leagues on leagues.id = league_id
        where user_id = ${userId} and rank is not null order by leagues.week desc limit ${limit}`;
      return rows.map((row) => ({ ...row, points: Number(row.points) }));
    },
  });
}
