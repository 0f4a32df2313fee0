import { type Board, InvariantError, type Period } from "@quickfire/engine";
import type { ISql, PendingQuery, Row } from "postgres";

/**
 * The places of a board as a statement: user, revision and points of everybody who has some and whose account is open. One statement
 * sees points and revisions as they were at the same moment.
 */
export function selectPlaces(sql: ISql, board: Board, period?: Period): PendingQuery<Row[]> {
  switch (board.scope) {
    case "all":
    case "country":
      return sql`
        select user_id, revision, total as score from user_scores join users on users.id = user_id
        where total > 0 and disabled_at is null ${board.scope === "country" ? sql`and country = ${board.country}` : sql``}`;
    case "weekly":
    case "monthly":
      if (!period) throw new InvariantError("a board of a period without the period");
      return sql`
        select user_id, revision, score
        from (
          select user_id, sum(delta)::bigint as score from score_changes
          where earned_at >= to_timestamp(${period.startsAt}::float8 / 1000) and earned_at < to_timestamp(${period.endsAt}::float8 / 1000)
          group by user_id
        ) as earned
        join user_scores using (user_id) join users on users.id = user_id
        where score > 0 and disabled_at is null`;
  }
}
