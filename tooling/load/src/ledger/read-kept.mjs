import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";

const pageSize = 100;
const savedWithinMs = 180_000;

/**
 * Everything that the server kept of a game, once the report has all of it.
 *
 * @param {import("../play/author.mjs").Author} author
 * @param {{ gameId: string, databaseUrl: string | null }} game
 * @returns {Promise<{ kept: import("./reconcile.mjs").Kept, savedAfterMs: number }>}
 */
export async function readKept(author, { gameId, databaseUrl }) {
  const startedAt = performance.now();
  const report = await untilVerified(author, gameId);
  const savedAfterMs = performance.now() - startedAt;
  const board = await readBoard(author, gameId);
  return { kept: { report, board, answers: databaseUrl === null ? null : await readAnswers(databaseUrl, gameId) }, savedAfterMs };
}

/** A report is verified once the last entry of the log is in Postgres. @param {import("../play/author.mjs").Author} author @param {string} gameId */
async function untilVerified(author, gameId) {
  const until = performance.now() + savedWithinMs;
  for (;;) {
    const { status, body } = await author.get(`/games/${gameId}/report`);
    if ((status === 200 && body.verified) || performance.now() > until) return body;
    await pause(500);
  }
}

/** @param {import("../play/author.mjs").Author} author @param {string} gameId */
async function readBoard(author, gameId) {
  const rows = [];
  for (let cursor = ""; ; ) {
    const { body } = await author.get(`/games/${gameId}/leaderboard?limit=${pageSize}${cursor}`);
    rows.push(...(body.items ?? []));
    if (!body.nextCursor) return rows;
    cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
  }
}

/** @param {string} databaseUrl @param {string} gameId */
async function readAnswers(databaseUrl, gameId) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql`
      select answer.participant_id as "participantId", answer.question_id as "questionId", answer.points, coalesce(audit.times, 0)::int as times
      from game_answers answer
      left join (
        select participant_id, question_id, count(*) as times from audit_events
        where game_id = ${gameId} and type = 'ANSWER_SUBMITTED' group by participant_id, question_id
      ) audit using (participant_id, question_id)
      where answer.game_id = ${gameId}`;
    return rows.map(({ participantId, questionId, points, times }) => ({ participantId, questionId, points, times }));
  } finally {
    await sql.end();
  }
}
