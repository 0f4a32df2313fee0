import { randomBytes } from "node:crypto";
import type { GameId } from "@quickfire/engine";
import type { Sql } from "postgres";

/** Entries of a log that are changed in one statement: some thousand rows. */
const entriesAtOnce = 50;
/** A mark in place of an address or a browser: the same within a game for the same one. */
const mark = "^~[0-9a-f]{16}$";

/**
 * Makes marks of the addresses and browsers in the logs of games that ended before that moment: hashes under a salt that is drawn for
 * the game and kept nowhere. Within the game one device still looks like one; nobody can find out which, or find it in another game.
 */
export async function forgetOrigins(sql: Sql, { before, games }: { before: Date; games: number }): Promise<number> {
  const due = await sql<{ gameId: GameId }[]>`
    select game_id as "gameId" from game_outcomes
    where origins_forgotten_at is null and (ended_at < ${before.toISOString()} or ended_at is null and started_at < ${before.toISOString()})
    order by ended_at limit ${games}`;
  for (const { gameId } of due) {
    // Before the first address goes: from then on the links of addresses fit no more.
    await sql`update audit_seals set origin_links = null where game_id = ${gameId} and origin_links is not null`;
    await markOrigins(sql, gameId, randomBytes(32).toString("hex"));
    await sql`update game_outcomes set origins_forgotten_at = now() where game_id = ${gameId}`;
  }
  return due.length;
}

/** A run that breaks off leaves marks of two salts behind, which is no harm. */
async function markOrigins(sql: Sql, gameId: GameId, salt: string): Promise<void> {
  const lives = await sql<{ epoch: string; entries: number }[]>`select epoch, max(seq) as entries from audit_events where game_id = ${gameId} group by epoch`;
  const marked = (column: "ip" | "user_agent") => sql`
    case when ${sql(column)} ~ ${mark} then ${sql(column)} else '~' || left(encode(sha256(convert_to(${salt}::text || ${sql(column)}, 'UTF8')), 'hex'), 16) end`;
  for (const { epoch, entries } of lives) {
    for (let from = 0; from <= entries; from += entriesAtOnce) {
      await sql`
        update audit_events set ip = ${marked("ip")}, user_agent = ${marked("user_agent")}
        where game_id = ${gameId} and epoch = ${epoch} and seq >= ${from} and seq < ${from + entriesAtOnce} and (ip !~ ${mark} or user_agent !~ ${mark})`;
    }
  }
}

/** From where points were earned at one's own pace, or an admin decided: no rule needs it, so nothing is left. */
export async function forgetOriginsOfChanges(sql: Sql, { before, rows }: { before: Date; rows: number }): Promise<number> {
  const changes = await sql`
    update score_changes set ip = null, user_agent = null
    where id in (select id from score_changes where (ip is not null or user_agent is not null) and at < ${before.toISOString()} limit ${rows})`;
  const decisions = await sql`
    update review_actions set ip = null, user_agent = null
    where id in (select id from review_actions where (ip is not null or user_agent is not null) and at < ${before.toISOString()} limit ${rows})`;
  return changes.count + decisions.count;
}
