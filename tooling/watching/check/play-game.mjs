import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { PlainPlayer } from "./plain-player.mjs";
import { createRest, signIn } from "./rest.mjs";

const right = { text: "right", correct: true };
const wrong = { text: "wrong" };
const quiz = (/** @type {number} */ rounds) => ({
  title: "A small quiz for checks", language: "en",
  questions: Array.from({ length: rounds }, (_, index) => ({ type: "choice", text: `Question ${index + 1}`, options: [right, wrong], timeLimit: 30, points: 1000 })),
});

/**
 * A game in which each change of a score is seen at once, with everybody connected.
 *
 * @param {{ webUrl: string, wsUrl: string }} addresses
 * @param {{ players: number, rounds: number }} size
 */
export async function openGame({ webUrl, wsUrl }, { players: count, rounds }) {
  const author = await signIn(webUrl);
  const { id } = await author.must("POST", "/quizzes", quiz(rounds));
  const settings = { feedback: "instant", leaderboard: "live", countdown: 0, closeWhenAllAnswered: false, speedWeight: 0, streak: false };
  const { gameId, pin } = await author.must("POST", "/games", { quizId: id, settings });
  const joins = await Promise.all(Array.from({ length: count }, (_, index) => createRest(webUrl).must("POST", `/quizzes/${pin}/join`, { participantName: `Player ${index + 1}` })));
  const players = joins.map((join) => new PlainPlayer({ ...join, wsUrl: `${wsUrl}/ws` }));
  await Promise.all(players.map((player) => player.connect()));
  await Promise.all(players.map((player) => player.next("snapshot")));
  return { author, gameId, pin, players, rounds };
}
/** @typedef {Awaited<ReturnType<typeof openGame>>} Game */

/**
 * Everybody answers; all even players rightly. What they were told is the ledger.
 *
 * @param {Game} game
 * @param {number} round
 */
export async function playRound({ players }, round) {
  return Promise.all(players.map(async (player, index) => {
    const { payload: question } = await player.next("new_question", (payload) => payload.round === round);
    await pause(Math.max(0, Date.parse(question.startTime) - Date.now()) + Math.random() * 300);
    return player.answer({ questionId: question.questionId, selectedOption: index % 2, actionId: randomUUID() });
  }));
}

/** @param {Game} game @param {string} command */
export const command = ({ author, gameId }, command) => author.must("POST", `/games/${gameId}/${command}`);

/** The report, once the log is in Postgres and was found to agree. @param {Game} game */
export async function verifiedReport({ author, gameId }) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const report = await author.must("GET", `/games/${gameId}/report?include=answers`);
    if (report.verified) return report;
    await pause(200);
  }
  throw new Error("the report was not verified within 20 s");
}
