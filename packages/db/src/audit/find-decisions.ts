import type { Sql } from "postgres";
import { z } from "zod";
import { searchPatterns } from "../quizzes/search-pattern";
import type { AuditEvent, AuditFilter } from "./audit-repository.types";
import { findUser } from "./find-user";
import { originIs } from "./origin-is";
import { type PageOfWalk, walkBack } from "./walk-back";

const detailsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** What admins decided about players and accounts, and what a rule did by itself. */
export async function findDecisions(sql: Sql, filter: AuditFilter, page: PageOfWalk): Promise<AuditEvent[]> {
  const { name, user, action, gameId } = filter;
  const userId = user === undefined ? undefined : await findUser(sql, user);
  if (userId === null) return [];
  const conditions = sql`
    ${userId === undefined ? sql`` : sql`and (user_id = ${userId} or admin_user_id = ${userId})`}
    ${name === undefined ? sql`` : namedAs(sql, searchPatterns(name))}
    ${gameId === undefined ? sql`` : sql`and game_id = ${gameId}`}
    ${action === undefined ? sql`` : sql`and action = ${action}`}
    ${originIs(sql, filter)}`;
  // There are few, and an index has them by time.
  return walkBack(sql, { ...filter, ...page, id: sql`id`, atOnce: true }, async (within, limit) => {
    const rows = await sql<AuditEvent[]>`
      select found.id as "eventId", at, 'DECISION' as type, action, found.game_id as "gameId", title, null as round, found.participant_id as "participantId",
        game_participants.name, found.user_id as "userId", users.name as "userName", admins.name as by, details, null as "oldScore", null as "newScore", ip, user_agent as "userAgent"
      from (select * from review_actions where ${within} ${conditions} order by at desc, id desc limit ${limit}) found
      left join games on games.id = found.game_id
      left join game_participants on game_participants.game_id = found.game_id and game_participants.participant_id = found.participant_id
      left join users on users.id = found.user_id left join users admins on admins.id = admin_user_id
      order by at desc, found.id desc`;
    return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString(), details: detailsSchema.parse(row.details) }));
  });
}

const namedAs = (sql: Sql, patterns: string[]) => sql`
  and (user_id in (select id from users where name ilike all(${patterns}::text[]))
    or (game_id, participant_id) in (select game_id, participant_id from game_participants where name ilike all(${patterns}::text[])))`;
