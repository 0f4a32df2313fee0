import { Histogram } from "./histogram.mjs";

/** How long a board may wait for its beat. */
const throttleMs = 500;

/** @typedef {import("./histogram.mjs").Summary} Summary */
/** @typedef {import("../crowd/crowd-report.mjs").CrowdReport} CrowdReport */

/**
 * The times of a game, in ms, over all load processes.
 *
 * @param {readonly CrowdReport[]} reports
 * @param {{ endedAt: number }} game when the host's last step was sent
 * @returns {Record<string, Summary | null>}
 */
export function figuresOf(reports, { endedAt }) {
  const { join, connect, receipt, ownScore, result, ownDelay } = mergeFigures(reports);
  const screens = reports.flatMap((report) => report.screens);
  const questions = mergeArrivals(reports.map((report) => report.questions));
  const endings = mergeArrivals(reports.map((report) => report.endings));
  return {
    join: join?.summary() ?? null,
    connect: connect?.summary() ?? null,
    questionSpread: summaryOf([...questions.values()].map(({ first, last }) => last - first)),
    questionArrival: summaryOf([...questions.values()].flatMap(({ first, arrivals }) => arrivals.map((at) => at - first))),
    receipt: receipt?.summary() ?? null,
    ownScore: ownScore?.summary() ?? null,
    ownDelay: ownDelay?.summary() ?? null,
    scoreToScreen: summaryOf(screens),
    scoreToScreenBeyondThrottle: summaryOf(screens.map((ms) => Math.max(0, ms - throttleMs))),
    revealToResult: result?.summary() ?? null,
    endToFinal: summaryOf([...endings.values()].flatMap(({ arrivals }) => arrivals.map((at) => at - endedAt))),
  };
}

/** @param {readonly CrowdReport[]} reports @returns {Record<string, Histogram>} */
function mergeFigures(reports) {
  /** @type {Record<string, Histogram>} */
  const merged = {};
  for (const { figures } of reports) for (const [name, parts] of Object.entries(figures)) (merged[name] ??= new Histogram()).add(parts);
  return merged;
}

/** @param {readonly number[]} values @returns {Summary | null} */
export function summaryOf(values) {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram.summary();
}

/**
 * The same events in all processes: the first socket of all, the last of all, and everyone between.
 *
 * @param {readonly Record<string, import("../crowd/crowd-report.mjs").ArrivalsOfEvent>[]} all
 * @returns {Map<string, { first: number, last: number, count: number, arrivals: number[] }>}
 */
export function mergeArrivals(all) {
  /** @type {Map<string, { first: number, last: number, count: number, arrivals: number[] }>} */
  const merged = new Map();
  for (const events of all) {
    for (const [id, { first, last, count, arrivals }] of Object.entries(events)) {
      const before = merged.get(id) ?? { first: Infinity, last: 0, count: 0, arrivals: [] };
      for (const at of arrivals) before.arrivals.push(at);
      merged.set(id, { first: Math.min(before.first, first), last: Math.max(before.last, last), count: before.count + count, arrivals: before.arrivals });
    }
  }
  return merged;
}
