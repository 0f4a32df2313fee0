import { err, ok, type Result, type UserId } from "@quickfire/engine";
import type { Sql, TransactionSql } from "postgres";
import { namelessPlayer } from "./forget-players";
import type { ErasureFailure } from "./privacy-repository.types";
import { forgottenAnswer } from "./without-person";

/** Tables whose rows are nothing without their owner. */
const ownTables = ["sessions", "refresh_tokens", "mailed_tokens", "linked_sign_ins", "api_keys", "practice_answers", "question_bests", "league_players", "league_seats", "archived_standings", "game_hosts"] as const;

/**
 * Deletes an account, in one transaction: nobody can sign in with it, find it or see its name from then on. The row itself stays, empty,
 * since games and quizzes of which others have results point to it. Logs of games follow in the worker, which finds them by it.
 */
export async function eraseAccount(sql: Sql, userId: UserId): Promise<Result<null, ErasureFailure>> {
  return sql.begin(async (transaction): Promise<Result<null, ErasureFailure>> => {
    const [account] = await transaction<{ email: string; roles: string[] }[]>`select email, roles from users where id = ${userId} and erased_at is null for update`;
    if (!account) return err("NOT_FOUND");
    if (account.roles.includes("admin")) return err("OWN_ACCESS");
    for (const table of ownTables) await transaction`delete from ${transaction(table)} where user_id = ${userId}`;
    await transaction`delete from blocks where user_id = ${userId}`;
    await transaction`delete from host_invitations where email = ${account.email}`;
    await transaction`update anomaly_flags set user_id = null where user_id = ${userId}`;
    await transaction`update review_actions set user_id = null where user_id = ${userId}`;
    await transaction`update review_actions set ip = null, user_agent = null where admin_user_id = ${userId}`;
    await transaction`update game_participants set name = ${namelessPlayer(sql)}, avatar = 0 where user_id = ${userId}`;
    await leaveHomework(transaction, sql, userId);
    await leaveQuizzes(transaction, userId);
    // The points and the country go once the boards have heard that they are to go: they tell on which boards these stand.
    await transaction`update score_changes set ip = null, user_agent = null where user_id = ${userId}`;
    await transaction`
      update users set name = '', email = ${`erased-${userId}@account.invalid`}, password_hash = null, email_verified_at = null, roles = '{}', locale = 'en',
        country = case when exists (select from user_scores where user_id = users.id) then country end, time_zone = null, avatar = 0, disabled_at = now(), erased_at = now() where id = ${userId}`;
    return ok(null);
  });
}

/** The host's results of homework stay, of a player without a name; attempts beside homework go. */
async function leaveHomework(transaction: TransactionSql, sql: Sql, userId: UserId): Promise<void> {
  await transaction`delete from attempts where user_id = ${userId} and assignment_id is null`;
  await transaction`
    update attempt_questions set answer = ${JSON.stringify(forgottenAnswer)}::text::jsonb
    from attempts where attempts.id = attempt_id and user_id = ${userId} and answer ?| array['text', 'gaps']`;
  await transaction`update attempts set user_id = null, action_id = null, body_hash = null, claimed_at = null, outcome = null where user_id = ${userId}`;
  await transaction`update assignment_participants set user_id = null, name = ${namelessPlayer(sql)}, skeleton = null, key_hash = null where user_id = ${userId}`;
}

/** Quizzes that nobody ever played go; of others the results are read against them, but nobody can open or play them any more. */
async function leaveQuizzes(transaction: TransactionSql, userId: UserId): Promise<void> {
  await transaction`delete from quizzes where owner_id = ${userId} and not exists (select from quiz_versions where quiz_id = quizzes.id)`;
  await transaction`update quizzes set is_public = false, deleted_at = coalesce(deleted_at, now()) where owner_id = ${userId}`;
  await transaction`update assignments set deleted_at = coalesce(deleted_at, now()) where host_user_id = ${userId}`;
}
