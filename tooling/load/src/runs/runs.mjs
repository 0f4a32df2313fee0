import { isClean } from "../ledger/reconcile.mjs";
import { findBreak } from "./find-break.mjs";

/** @typedef {import("../play/play-game.mjs").PlayedGame} PlayedGame */
/** @typedef {(play: Partial<import("../play/play-game.mjs").Play>) => Promise<PlayedGame>} PlayOne */
/** @typedef {{ games: PlayedGame[], broke?: { players: number, what: string[] } }} Outcome */

const mostQuestions = 200;
const growth = 2;

/**
 * The kinds of runs: each plays one game or several.
 *
 * @param {import("../options.mjs").LoadOptions} options
 * @param {PlayOne} play
 * @param {() => number} [now]
 * @returns {Promise<Outcome>}
 */
export async function playRun(options, play, now = Date.now) {
  switch (options.run) {
    case "baseline":
    case "peak":
      return { games: [await play({})] };
    case "spike":
      return { games: [await play({ connectsTogether: true, dropShare: 0.5 })] };
    case "stress":
      return growUntilBroken(options, play);
    case "endurance":
      return playFor(now() + options.minutes * 60_000, play, now);
  }
}

/** Twice as many each time. @param {import("../options.mjs").LoadOptions} options @param {PlayOne} play @returns {Promise<Outcome>} */
async function growUntilBroken({ players: first, most }, play) {
  const games = [];
  for (let players = first; ; players = Math.min(most, players * growth)) {
    const game = await play({ players });
    games.push(game);
    const what = findBreak(game);
    if (what.length > 0) return { games, broke: { players, what } };
    if (players === most) return { games };
  }
}

/** Question after question, and where a quiz can't be longer, game after game. @param {number} until @param {PlayOne} play @param {() => number} now @returns {Promise<Outcome>} */
async function playFor(until, play, now) {
  const games = [];
  do games.push(await play({ questions: mostQuestions, endsAt: until }));
  while (now() < until && games.every(({ verdict }) => isClean(verdict)));
  return { games };
}
