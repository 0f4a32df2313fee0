/**
 * What was decided about every column that can hold a person:
 *
 * - `account`: goes, or is emptied, when its owner deletes the account
 * - `player`: of guests goes after RETAIN_GUESTS_DAYS, of accounts when they are deleted
 * - `address`: becomes a mark, or goes, after RETAIN_ADDRESSES_DAYS
 * - `spent`: goes RETAIN_SPENT_DAYS after its end
 * - `dead letter`: goes after RETAIN_DEAD_LETTERS_DAYS
 * - `participant`: a random id that leads to nobody once name and account are gone
 * - `empty account`: the id of an account; of a deleted one nothing but this id is left
 * - `authored`: what an author wrote; it stays where others have results of it
 * - `nobody`: no person is in it
 */
type Decision = "account" | "player" | "address" | "spent" | "dead letter" | "participant" | "empty account" | "authored" | "nobody";

const nobody = (...columns: string[]): Record<string, Decision> => Object.fromEntries(columns.map((column) => [column, "nobody"]));

export const personalColumns: Record<string, Record<string, Decision>> = {
  anomaly_flags: { ...nobody("id", "rule", "game_id", "status"), participant_id: "participant", evidence: "participant", user_id: "account", decided_by: "empty account" },
  api_keys: { id: "account", user_id: "account", name: "account", key_hash: "account", start: "account", scopes: "account" },
  archived_boards: nobody("board"),
  archived_standings: { board: "nobody", user_id: "account" },
  assignment_participants: { participant_id: "participant", assignment_id: "nobody", user_id: "account", name: "player", skeleton: "player", key_hash: "player" },
  assignments: { ...nobody("id", "code", "quiz_id", "quiz_version_id", "game_id", "question_ids", "settings"), host_user_id: "empty account", title: "authored" },
  attempt_questions: { ...nobody("attempt_id", "question_id"), answer: "player" },
  attempts: { ...nobody("id", "assignment_id", "quiz_id", "quiz_version_id", "question_order"), participant_id: "participant", user_id: "account", action_id: "account", body_hash: "account", outcome: "account" },
  audit_events: { ...nobody("event_id", "game_id", "epoch", "type", "question_id", "action"), participant_id: "participant", user_id: "account", ip: "address", user_agent: "address", payload: "player" },
  audit_seals: { ...nobody("game_id", "event_ids"), head: "participant", links: "participant", origin_links: "address" },
  blocks: { ...nobody("id", "game_id", "flag_id"), user_id: "account", participant_id: "player", blocked_by: "empty account", lifted_by: "empty account" },
  dead_letters: { ...nobody("shard", "entry_id", "game_id"), reason: "dead letter", content: "dead letter" },
  forgotten_links: { ...nobody("event_id", "game_id"), link: "participant", remains: "participant" },
  game_answers: { ...nobody("game_id", "question_id"), participant_id: "participant", answer: "player", action_id: "player" },
  game_epochs: nobody("game_id", "epoch"),
  game_hosts: { game_id: "nobody", user_id: "account" },
  game_outcomes: nobody("game_id"),
  game_participants: { game_id: "nobody", participant_id: "participant", name: "player", user_id: "account" },
  game_rounds: nobody("game_id", "question_id"),
  game_standings: { game_id: "nobody", participant_id: "participant" },
  games: { ...nobody("id", "quiz_id", "quiz_version_id", "pin", "settings"), host_user_id: "empty account", title: "authored" },
  host_invitations: { token_hash: "spent", game_id: "nobody", email: "spent" },
  league_players: { user_id: "account" },
  league_seats: { ...nobody("week", "league_id", "outcome"), user_id: "account" },
  leagues: nobody("id", "week"),
  linked_sign_ins: { provider: "account", subject: "account", user_id: "account" },
  mailed_tokens: { token_hash: "spent", user_id: "account", purpose: "nobody", email: "spent" },
  practice_answers: { user_id: "account", action_id: "account", question_id: "account", quiz_version_id: "nobody", answer: "account" },
  question_bests: { user_id: "account", question_id: "account" },
  quiz_versions: { ...nobody("id", "quiz_id"), content: "authored" },
  quizzes: { ...nobody("id", "language", "level"), owner_id: "empty account", title: "authored", tags: "authored", content: "authored" },
  refresh_tokens: { token_hash: "spent", family: "spent", user_id: "account" },
  review_actions: { ...nobody("id", "action", "flag_id", "game_id", "details"), admin_user_id: "empty account", user_id: "account", participant_id: "participant", ip: "address", user_agent: "address" },
  score_changes: { ...nobody("id", "source", "source_id", "quiz_id", "action"), user_id: "account", ip: "address", user_agent: "address" },
  sessions: { id: "spent", user_id: "account", kind: "nobody", device: "spent" },
  shard_leases: nobody("region", "holder"),
  taken_back_points: { ...nobody("game_id", "flag_id"), participant_id: "participant", taken_by: "empty account" },
  user_scores: { user_id: "account", told_country: "account" },
  users: { id: "empty account", name: "account", email: "account", password_hash: "account", roles: "account", locale: "account", country: "account", time_zone: "account" },
};
