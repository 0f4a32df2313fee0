import { performance } from "node:perf_hooks";
import { Crowd } from "./crowd.mjs";
import { ledgerOf, reportOf } from "./crowd-report.mjs";

/**
 * What the run asks of a load process, one after another, and what it is told.
 * @typedef {{ call: number, work: string, argument: any }} Asked
 * @typedef {{ call: number, value: unknown } | { call: number, problem: string } | { progress: Record<string, number> } | { ledger: import("./crowd-report.mjs").LedgerLine[] }} Said
 */

const linesAMessage = 2_000;

/** @type {Crowd | null} */
let crowd = null;
let busiest = 0;
let utilization = performance.eventLoopUtilization();

/** Into the air where whoever asked is gone: then this process ends as well. @param {Said} said */
const say = (said) => void process.send?.(said, undefined, undefined, () => {});

/** @returns {Crowd} */
function here() {
  if (crowd === null) throw new Error("the crowd was not called together yet");
  return crowd;
}

/** @type {Record<string, (argument: any) => unknown>} */
const works = {
  gather: (settings) => {
    crowd = new Crowd(settings);
  },
  join: ({ connects }) => here().join({ connects }),
  connect: () => here().connect(),
  drop: ({ share }) => here().drop(share),
  roundClosed: ({ count, withinMs }) => here().roundClosed(count, withinMs),
  ended: () => here().ended(),
  report: () => {
    const { user, system } = process.cpuUsage();
    return { ...reportOf(here()), cpuSeconds: (user + system) / 1e6, memoryMegabytes: process.memoryUsage.rss() / 2 ** 20, busiest };
  },
  ledger: () => {
    /** @type {import("./crowd-report.mjs").LedgerLine[]} */
    let lines = [];
    for (const line of ledgerOf(here())) {
      lines.push(line);
      if (lines.length < linesAMessage) continue;
      say({ ledger: lines });
      lines = [];
    }
    say({ ledger: lines });
  },
};

process.on("message", async (/** @type {Asked} */ { call, work, argument }) => {
  try {
    say({ call, value: await works[work]?.(argument) });
  } catch (error) {
    say({ call, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
// Whoever asked is gone, so nobody wants the load any more.
process.on("disconnect", () => process.exit(0));
// Ctrl-C goes to the whole group: it is the run that ends its processes.
process.on("SIGINT", () => {});

setInterval(() => {
  const current = performance.eventLoopUtilization();
  busiest = Math.max(busiest, performance.eventLoopUtilization(current, utilization).utilization);
  utilization = current;
}, 1_000).unref();
setInterval(() => crowd && say({ progress: { ...crowd.counts } }), 500).unref();
