import { isClean } from "../ledger/reconcile.mjs";

/** @typedef {import("../play/play-game.mjs").PlayedGame} PlayedGame */

const rows = /** @type {const} */ ([
  ["join", "join, by HTTP"],
  ["connect", "socket set-up, up to the snapshot"],
  ["questionSpread", "question, first to last socket"],
  ["questionArrival", "question, first socket to each"],
  ["receipt", "answer to receipt"],
  ["ownScore", "answer to own score"],
  ["ownDelay", "  of it until the load tool read"],
  ["scoreToScreen", "receipt to the last screen's board"],
  ["scoreToScreenBeyondThrottle", "  of it beyond the 500 ms beat"],
  ["revealToResult", "reveal to own result"],
  ["endToFinal", "end to final standings"],
]);

/**
 * A game's figures, for people.
 *
 * @param {PlayedGame} game
 * @param {(line: string) => void} say
 */
export function sayGame(game, say) {
  const { players, questions, seated, verdict } = game;
  say("");
  say(`${inWords(players)} players, ${questions} questions; ${inWords(seated)} joined`);
  say(`${"ms".padEnd(36)}${["p50", "p95", "p99", "max"].map((name) => name.padStart(9)).join("")}`);
  for (const [name, words] of rows) {
    const figure = game.figures[name];
    if (figure) say(`${words.padEnd(36)}${[figure.p50, figure.p95, figure.p99, figure.max].map((ms) => String(ms).padStart(9)).join("")}`);
  }
  say("");
  sayUsage(game, say);
  say("");
  say(`messages a player and question      ${(game.messages / Math.max(1, seated * questions)).toFixed(1)}; to the host ${inWords(game.hostMessages)}, the largest ${inWords(game.largestHostMessageBytes)} bytes`);
  say(`in Postgres, verified, after        ${inWords(Math.round(game.savedAfterMs))} ms`);
  for (const [what, count] of Object.entries(game.oddities)) say(`${what}: ${inWords(count)}`);
  say(`${inWords(verdict.acknowledged)} answers acknowledged, ${inWords(verdict.refused)} refused, ${inWords(verdict.unacknowledged)} unacknowledged${game.isCompared.postgres ? "" : "; Postgres was not asked"}`);
  say(`lost ${verdict.lost}, doubled ${verdict.doubled}, wrong ${verdict.wrong}, questions missed ${verdict.missed}, told twice ${verdict.repeated}`);
  for (const finding of verdict.findings) say(`  ${finding}`);
  say(isClean(verdict) ? "every receipt is where it should be" : "RECEIPTS AND RECORDS DON'T AGREE");
}

/** @param {PlayedGame} game @param {(line: string) => void} say */
function sayUsage({ usage, load, seated, questions }, say) {
  say(`${"process".padEnd(14)}${["CPU s, joining", "CPU s, playing", "µs a player and question", "MB"].map((name) => name.padStart(26)).join("")}`);
  for (const [name, { cpuSeconds, memoryMegabytes }] of Object.entries(usage.playing)) {
    const each = (cpuSeconds * 1e6) / Math.max(1, seated * questions);
    const cells = [(usage.entering[name]?.cpuSeconds ?? 0).toFixed(1), cpuSeconds.toFixed(1), each.toFixed(0), memoryMegabytes.toFixed(0)];
    say(`${name.padEnd(14)}${cells.map((cell) => cell.padStart(26)).join("")}`);
  }
  if (Object.keys(usage.playing).length === 0) say("the processes of the stack are not ours to measure here");
  const cpuSeconds = load.reduce((sum, crowd) => sum + crowd.cpuSeconds, 0);
  const memory = load.reduce((sum, crowd) => sum + crowd.memoryMegabytes, 0);
  const busiest = Math.max(...load.map((crowd) => crowd.busiest));
  say(`${`load (${load.length})`.padEnd(14)}${[cpuSeconds.toFixed(1), "", "", memory.toFixed(0)].map((cell) => cell.padStart(26)).join("")}  busiest second ${Math.round(busiest * 100)} %`);
}

/** @param {number} count */
export const inWords = (count) => count.toLocaleString("en-US");
