import type { UserId } from "@quickfire/engine";
import type { Sql } from "postgres";
import type { AccountExport } from "./privacy-repository.types";

/** Everything that is kept about the owner of an account, from one moment. Hashes of passwords, tokens and keys are no part of it. */
export async function exportAccount(sql: Sql, userId: UserId, at: Date): Promise<AccountExport | null> {
  return sql.begin("isolation level repeatable read read only", async (query) => {
    const [profile] = await query`
      select id as "userId", name, email, email_verified_at as "emailVerifiedAt", roles, locale, country, time_zone as "timeZone", avatar, created_at as "createdAt"
      from users where id = ${userId} and erased_at is null`;
    if (!profile) return null;
    return {
      format: "quickfire-account-1" as const,
      exportedAt: at.toISOString(),
      profile,
      signIns: await query`select provider, subject, created_at as "since" from linked_sign_ins where user_id = ${userId}`,
      sessions: await query`select kind, device, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", revoked_at as "endedAt" from sessions where user_id = ${userId} order by created_at`,
      apiKeys: await query`select name, start, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt" from api_keys where user_id = ${userId} order by created_at`,
      letters: await query`select purpose, email, created_at as "sentAt", used_at as "usedAt" from mailed_tokens where user_id = ${userId} order by created_at`,
      quizzes: await query`select id as "quizId", content, is_public as "isPublic", created_at as "createdAt", updated_at as "updatedAt", deleted_at as "deletedAt" from quizzes where owner_id = ${userId} order by created_at`,
      gamesHosted: await query`
        select games.id as "gameId", title, settings, games.created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt"
        from games left join game_outcomes on game_id = games.id where host_user_id = ${userId} order by games.created_at`,
      gamesCoHosted: await query`select game_id as "gameId", added_at as "since" from game_hosts where user_id = ${userId}`,
      invitations: await query`select game_id as "gameId", created_at as "createdAt", used_at as "usedAt" from host_invitations where email = ${profile["email"]}`,
      gamesPlayed: await query`
        select game_id as "gameId", title, participant_id as "participantId", person.name, person.avatar, team, joined_at as "joinedAt", removed_at as "removedAt", score, rank,
          (select coalesce(json_agg(json_build_object('round', round, 'answer', answer, 'right', correct, 'points', points, 'timeMs', time_ms, 'at', at) order by round), '[]')
            from game_answers where game_answers.game_id = person.game_id and game_answers.participant_id = person.participant_id) as answers,
          (select coalesce(json_agg(json_build_object('type', type, 'at', at, 'action', action, 'oldScore', old_score, 'newScore', new_score, 'ip', ip, 'userAgent', user_agent, 'payload', payload) order by at), '[]')
            from audit_events where audit_events.game_id = person.game_id and audit_events.participant_id = person.participant_id) as log,
          (select coalesce(sum(points), 0)::int from taken_back_points where taken_back_points.game_id = person.game_id and taken_back_points.participant_id = person.participant_id) as "takenBack"
        from game_participants person left join games on games.id = game_id left join game_standings using (game_id, participant_id)
        where user_id = ${userId} order by joined_at`,
      homeworkGiven: await query`select title, settings, deadline, created_at as "createdAt", deleted_at as "deletedAt" from assignments where host_user_id = ${userId} order by created_at`,
      homeworkTakenUp: await query`select title, name, taken_up_at as "takenUpAt" from assignment_participants join assignments on assignments.id = assignment_id where user_id = ${userId} order by taken_up_at`,
      attempts: await query`
        select attempts.id as "attemptId", quizzes.title, action_id as "actionId", number, started_at as "startedAt", finished_at as "finishedAt", score, right_answers as "right", score_delta as "scoreDelta",
          (select coalesce(json_agg(json_build_object('questionId', question_id, 'answer', answer, 'right', correct, 'points', points, 'timeMs', time_ms, 'openedAt', opened_at, 'closedAt', closed_at) order by position), '[]')
            from attempt_questions where attempt_id = attempts.id) as answers
        from attempts join quizzes on quizzes.id = quiz_id where user_id = ${userId} order by started_at`,
      practice: await query`select question_id as "questionId", answer, correct as "right", at from practice_answers where user_id = ${userId} order by at`,
      bests: await query`select question_id as "questionId", points from question_bests where user_id = ${userId}`,
      scoreChanges: await query`
        select source, source_id as "sourceId", action, delta, old_total as "oldTotal", new_total as "newTotal", ip, user_agent as "userAgent", at, earned_at as "earnedAt"
        from score_changes where user_id = ${userId} order by at`,
      boards: await query`select board, rank, score from archived_standings where user_id = ${userId} order by board`,
      league: await query`select tier, takes_part as "takesPart", shows_name as "showsName" from league_players where user_id = ${userId}`,
      leagueWeeks: await query`select week, points, rank, outcome from league_seats where user_id = ${userId} order by week`,
      // What others had to do with it is theirs.
      flags: await query`select rule, strength, game_id as "gameId", status, found_at as "foundAt", decided_at as "decidedAt" from anomaly_flags where user_id = ${userId} order by found_at`,
      blocks: await query`select started_at as "startedAt", ends_at as "endsAt", lifted_at as "liftedAt" from blocks where user_id = ${userId} order by started_at`,
      decisions: await query`select action, details, at from review_actions where user_id = ${userId} order by at`,
      decisionsMade: await query`select action, game_id as "gameId", ip, user_agent as "userAgent", at from review_actions where admin_user_id = ${userId} order by at`,
    };
  });
}
