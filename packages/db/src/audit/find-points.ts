import type { Sql } from "postgres";
import { searchPatterns } from "../quizzes/search-pattern";
import type { AuditEvent, AuditFilter } from "./audit-repository.types";
import { findUser } from "./find-user";
import { originIs } from "./origin-is";
import { type PageOfWalk, walkBack } from "./walk-back";

/** Changes of long-term points: games, homework, and what was taken back. */
export async function findPoints(sql: Sql, filter: AuditFilter, page: PageOfWalk): Promise<AuditEvent[]> {
  const { name, user, action, gameId } = filter;
  const userId = user === undefined ? undefined : await findUser(sql, user);
  if (userId === null) return [];
  const conditions = sql`
    ${userId === undefined ? sql`` : sql`and user_id = ${userId}`}
    ${name === undefined ? sql`` : sql`and user_id in (select id from users where name ilike all(${searchPatterns(name)}::text[]))`}
    ${gameId === undefined ? sql`` : sql`and source = 'game' and source_id = ${gameId}`}
    ${action === undefined ? sql`` : sql`and action = ${action}`}
    ${originIs(sql, filter)}`;
  // An account's changes are found by their index at once.
  return walkBack(sql, { ...filter, ...page, id: sql`id`, atOnce: userId !== undefined }, async (within, limit) => {
    const rows = await sql<(AuditEvent & { oldScore: string; newScore: string })[]>`
      select found.id as "eventId", at, case when delta < 0 then 'POINTS_TAKEN_BACK' else 'POINTS_EARNED' end as type, action,
        case when source = 'game' then source_id end as "gameId", quizzes.title, null as round, null as "participantId", null as name,
        user_id as "userId", users.name as "userName", null as by, null as details, old_total as "oldScore", new_total as "newScore", ip, user_agent as "userAgent"
      from (select * from score_changes where ${within} ${conditions} order by at desc, id desc limit ${limit}) found
      left join users on users.id = user_id left join quizzes on quizzes.id = quiz_id
      order by at desc, found.id desc`;
    return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString(), oldScore: Number(row.oldScore), newScore: Number(row.newScore) }));
  });
}
