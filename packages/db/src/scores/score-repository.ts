import type { LivePeriod, UserId, UserStanding } from "@quickfire/engine";
import { asc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { scoreChanges } from "../schema/score-changes";
import { userScores } from "../schema/user-scores";
import { addScore, addScores } from "./add-scores";
import type { ScoreChange, ScoreRepository } from "./score-repository.types";

/** As many changes as one transaction takes: each holds the locks of its users. */
const changesAtOnce = 500;

export function createScoreRepository(database: Database): ScoreRepository {
  const { db, sql: query } = database;

  return defineRepository<ScoreRepository>(database, "scores", {
    add: (change) => db.transaction((transaction) => addScore(transaction, change)),

    async addAll(changes: readonly ScoreChange[]) {
      const receipts = [];
      for (let first = 0; first < changes.length; first += changesAtOnce) {
        const some = changes.slice(first, first + changesAtOnce);
        receipts.push(...(await db.transaction((transaction) => addScores(transaction, some))));
      }
      return receipts;
    },

    async totalOf(userId: UserId) {
      const [row] = await db.select({ total: userScores.total }).from(userScores).where(eq(userScores.userId, userId));
      return row?.total ?? 0;
    },

    // One statement sees totals, sums and revision as they were at the same moment.
    async untoldUsers({ periods, limit }) {
      const rows = await query<StandingRow[]>`
        select untold.user_id as "userId", revision, total, country, told_country as "toldCountry", disabled_at is null as shown, sums.names, sums.points
        from (select * from user_scores where untold order by user_id limit ${limit}) as untold
        join users on users.id = untold.user_id
        left join lateral (
          select array_agg(name) as names, array_agg(points) as points
          from (
            select name, sum(delta)::bigint as points
            from score_changes
            join unnest(${periods.map(periodKey)}::text[], ${periods.map(({ startsAt }) => startsAt)}::float8[], ${periods.map(({ endsAt }) => endsAt)}::float8[])
              as period (name, starts_at, ends_at) on earned_at >= to_timestamp(starts_at / 1000) and earned_at < to_timestamp(ends_at / 1000)
            where score_changes.user_id = untold.user_id and earned_at >= to_timestamp(${Math.min(...periods.map(({ startsAt }) => startsAt))}::float8 / 1000)
            group by name
          ) as each_period
        ) as sums on true`;
      return rows.map((row) => standingOf(row, periods));
    },

    async usersTold(standings) {
      if (standings.length === 0) return;
      await query`
        update user_scores set untold = false, told_country = told.country
        from unnest(
          ${standings.map(({ userId }) => userId)}::uuid[],
          ${standings.map(({ revision }) => revision)}::int[],
          ${standings.map(({ country }) => country)}::text[]
        ) as told (user_id, revision, country)
        where user_scores.user_id = told.user_id and user_scores.revision = told.revision`;
    },

    async untoldChanges(limit: number) {
      const { id, userId, source, quizId, delta, newTotal, at } = scoreChanges;
      const rows = await db
        .select({ changeId: id, userId, source, quizId, delta, newTotal, at })
        .from(scoreChanges)
        .where(isNull(scoreChanges.toldAt))
        .orderBy(asc(at), asc(id))
        .limit(limit);
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },

    async changesTold({ changeIds, at }) {
      if (changeIds.length === 0) return;
      await db.update(scoreChanges).set({ toldAt: at }).where(inArray(scoreChanges.id, [...changeIds]));
    },
  });
}

type StandingRow = Omit<UserStanding, "total" | "periods"> & { total: string; names: string[] | null; points: string[] | null };

/** A week and a month may have the same name. */
const periodKey = ({ scope, name }: LivePeriod): string => `${scope} ${name}`;

/** The driver gives a bigint as text; scores are far below where a number becomes inexact. */
function standingOf({ names, points, total, ...row }: StandingRow, periods: readonly LivePeriod[]): UserStanding {
  const earned = new Map((names ?? []).map((name, place) => [name, Number(points?.[place])]));
  return { ...row, total: Number(total), periods: periods.map((period) => earned.get(periodKey(period)) ?? null) };
}
