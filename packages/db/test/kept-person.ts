import { randomUUID } from "node:crypto";
import { userIdSchema } from "@quickfire/engine";
import type { Database } from "../src/database";
import type { LogRows } from "../src/log/log-rows";
import { writeLogRows } from "../src/log/write-log-rows";
import { sealGame } from "../src/verification";
import { insertUser } from "./fresh-database";
import { batchOf, gameHistory } from "./game-history";
import { recordGame } from "./recorded-game";

/** Words that stand in every place where something of a person can stand, and nowhere else. */
export const marks = { name: "Marked Mai", typed: "marked words", ip: "203.0.113.77", agent: "MarkedAgent/1.0", key: "marked-key" };
export const anyMark = "%marked%|%203.0.113.77%".split("|");

/** A game in which Ann and Ben are marked, Ann with an account where one is given; played, stored and sealed. */
export async function playMarkedGame({ sql }: Database, { userId = null as string | null, startAt = Date.UTC(2026, 9, 1, 9) } = {}) {
  const game = gameHistory({ startAt });
  const who = userId === null ? null : userIdSchema.parse(userId);
  const mark = (rows: LogRows): LogRows => ({
    ...rows,
    joined: rows.joined.map((row) => ({ ...row, name: `${marks.name} ${row.name}`, userId: row.participantId === game.ann ? who : null })),
    renamed: rows.renamed.map((row) => ({ ...row, name: `${marks.name} ${row.name}` })),
    answers: rows.answers.map((row) => ({ ...row, answer: { text: marks.typed }, actionId: marks.key })),
    events: rows.events.map((event) => {
      if (event.participantId === null) return event;
      const from = { ...event, ip: marks.ip, userAgent: marks.agent, userId: event.participantId === game.ann ? who : null };
      if (event.type.startsWith("ANSWER")) return { ...from, payload: { ...(event.payload as object), answer: { text: marks.typed }, submission: { answer: { text: marks.typed }, actionId: marks.key } } };
      if (event.type === "PARTICIPANT_REMOVED") return from;
      if (event.type === "PARTICIPANT_RENAMED") return { ...from, payload: { name: marks.name, formerName: marks.name } };
      return { ...from, payload: { name: marks.name, idempotency: { key: marks.key, bodyHash: "b" } } };
    }),
  });
  await writeLogRows(sql, batchOf(game.entries.map(mark)));
  await sealGame(sql, game.gameId);
  return game;
}

/** An account of which something is kept in every table that has to do with accounts. */
export async function insertKeptPerson(database: Database) {
  const { sql } = database;
  const userId = await insertUser(database);
  const email = `marked-${userId}@example.test`;
  await sql`update users set name = ${marks.name}, email = ${email}, country = 'VN', time_zone = 'Asia/Ho_Chi_Minh', roles = '{learner,author}' where id = ${userId}`;
  const game = await playMarkedGame(database, { userId });
  const hosted = await recordGame(database, { hostUserId: userId });
  const [assignment, person, attempt, action, league] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await sql`insert into sessions (id, user_id, kind, device, created_at, last_seen_at, expires_at) values (${randomUUID()}, ${userId}, 'pages', ${marks.agent}, now(), now(), now() + interval '1 day')`;
  await sql`insert into refresh_tokens (token_hash, family, user_id, created_at, expires_at) values (${`marked${userId}`}, ${randomUUID()}, ${userId}, now(), now())`;
  await sql`insert into mailed_tokens (token_hash, user_id, purpose, email, created_at, expires_at) values (${`marked${userId}`}, ${userId}, 'prove-address', ${email}, now(), now())`;
  await sql`insert into linked_sign_ins (provider, subject, user_id, created_at) values ('github', ${`of marked ${userId}`}, ${userId}, now())`;
  await sql`insert into api_keys (id, user_id, name, key_hash, start, scopes, created_at) values (${randomUUID()}, ${userId}, ${marks.key}, ${`marked${userId}`}, 'qf_', '{play}', now())`;
  await sql`insert into host_invitations (token_hash, game_id, email, created_at, expires_at) values (${`marked${userId}`}, ${hosted.gameId}, ${email}, now(), now())`;
  await sql`insert into game_hosts (game_id, user_id, added_at) values (${hosted.gameId}, ${userId}, now())`;
  await sql`insert into practice_answers (user_id, action_id, question_id, quiz_version_id, answer, correct, at) values (${userId}, ${marks.key}, ${randomUUID()}, ${hosted.quizVersionId}, ${JSON.stringify({ text: marks.typed })}::text::jsonb, true, now())`;
  await sql`insert into question_bests (user_id, question_id, points) values (${userId}, ${randomUUID()}, 5)`;
  await sql`insert into league_players (user_id) values (${userId})`;
  await sql`insert into leagues (id, week, tier) values (${league}, '2026-47', 0)`;
  await sql`insert into league_seats (week, user_id, league_id) values ('2026-47', ${userId}, ${league})`;
  await sql`insert into archived_boards (board, players, archived_at) values ('leaderboard:weekly:2026-01', 1, now()) on conflict do nothing`;
  await sql`insert into archived_standings (board, user_id, rank, score) values ('leaderboard:weekly:2026-01', ${userId}, 1, 5)`;
  await sql`insert into user_scores (user_id, total, told_country) values (${userId}, 900, 'VN')`;
  await sql`
    insert into score_changes (id, user_id, source, source_id, delta, old_total, new_total, action, ip, user_agent, at, earned_at)
    values (${randomUUID()}, ${userId}, 'game', ${game.gameId}, 900, 0, 900, 'live-game', ${marks.ip}, ${marks.agent}, now() - interval '8 days', now())`;
  await sql`
    insert into assignments (id, code, host_user_id, quiz_id, quiz_version_id, title, question_ids, settings, deadline)
    values (${assignment}, ${assignment}, ${hosted.hostUserId}, ${hosted.quizId}, ${hosted.quizVersionId}, 'Homework', '{}', '{}', now() - interval '31 days')`;
  await sql`insert into assignment_participants (participant_id, assignment_id, user_id, name, taken_up_at) values (${person}, ${assignment}, ${userId}, ${marks.name}, now())`;
  await sql`
    insert into attempts (id, assignment_id, participant_id, user_id, quiz_id, quiz_version_id, number, question_order, started_at, score)
    values (${attempt}, ${assignment}, ${person}, ${userId}, ${hosted.quizId}, ${hosted.quizVersionId}, 1, '{}', now(), 700)`;
  await sql`
    insert into attempts (id, user_id, quiz_id, quiz_version_id, question_order, started_at, action_id, body_hash, outcome)
    values (${action}, ${userId}, ${hosted.quizId}, ${hosted.quizVersionId}, '{}', now(), ${marks.key}, 'marked', '{"message": "marked"}')`;
  for (const attemptId of [attempt, action]) {
    await sql`insert into attempt_questions (attempt_id, position, question_id, opened_at, answer) values (${attemptId}, 0, ${randomUUID()}, now(), ${JSON.stringify({ text: marks.typed })}::text::jsonb)`;
  }
  const [flag] = await sql<{ id: string }[]>`
    insert into anomaly_flags (rule, game_id, participant_id, user_id, strength, evidence) values ('lock-step', ${game.gameId}, ${game.ann}, ${userId}, 2, '{}') returning id`;
  await sql`
    insert into review_actions (action, flag_id, user_id, game_id, participant_id, details, ip, user_agent, at)
    values ('confirm', ${flag?.id ?? null}, ${userId}, ${game.gameId}, ${game.ann}, '{}', '198.51.100.1', 'an admin', now() - interval '8 days')`;
  await sql`insert into blocks (user_id, lifted_at) values (${userId}, now())`;
  return { userId, email, game, hosted, assignment, attempt, person };
}
