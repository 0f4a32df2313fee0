import type { Sql } from "postgres";

/** Ended sessions, tokens, keys and invitations whose time is over: they open nothing, and tell who was where when. So many rows of each at once. */
export async function forgetSpent(sql: Sql, { before, rows }: { before: Date; rows: number }): Promise<number> {
  const instant = before.toISOString();
  // A spent token is kept while its session holds: that it comes again is how a theft shows.
  const gone = await Promise.all([
    sql`delete from refresh_tokens where token_hash in (
      select token_hash from refresh_tokens left join sessions on sessions.id = family
      where refresh_tokens.expires_at < ${instant} or sessions.revoked_at < ${instant} limit ${rows})`,
    sql`delete from mailed_tokens where token_hash in (select token_hash from mailed_tokens where expires_at < ${instant} limit ${rows})`,
    sql`delete from host_invitations where token_hash in (select token_hash from host_invitations where expires_at < ${instant} limit ${rows})`,
    sql`delete from api_keys where id in (select id from api_keys where expires_at < ${instant} or revoked_at < ${instant} limit ${rows})`,
  ]);
  const sessions = await sql`delete from sessions where id in (select id from sessions where expires_at < ${instant} or revoked_at < ${instant} limit ${rows})`;
  return sessions.count + gone.reduce((sum, { count }) => sum + count, 0);
}

/** What could not be stored may name people, in words that nobody could read. */
export async function forgetDeadLetters(sql: Sql, { before }: { before: Date }): Promise<number> {
  return (await sql`delete from dead_letters where at < ${before.toISOString()}`).count;
}
