import { isClean } from "../ledger/reconcile.mjs";

/** Beyond these a game is no fun any more: the 95th percentile, in ms. */
const bearable = { join: 2_000, connect: 3_000, questionSpread: 2_000, receipt: 2_000, revealToResult: 3_000, endToFinal: 3_000 };

/**
 * What broke in a game, worst first; nothing where it went well.
 *
 * @param {import("../play/play-game.mjs").PlayedGame} game
 * @returns {string[]}
 */
export function findBreak({ players, seated, verdict, oddities, figures }) {
  const broken = [];
  if (!isClean(verdict)) broken.push(`receipts and records don't agree: lost ${verdict.lost}, doubled ${verdict.doubled}, wrong ${verdict.wrong}, missed ${verdict.missed}, told twice ${verdict.repeated}`);
  if (seated < players) broken.push(`${players - seated} players could not join`);
  const gaveUp = oddities["players who gave up"] ?? 0;
  if (gaveUp > 0) broken.push(`${gaveUp} players could not connect`);
  if (verdict.refused > 0) broken.push(`${verdict.refused} answers were refused`);
  for (const [name, ms] of Object.entries(bearable)) {
    const p95 = figures[name]?.p95 ?? 0;
    if (p95 > ms) broken.push(`${name}: ${p95} ms for one in twenty, and more than ${ms} is not bearable`);
  }
  return broken;
}
