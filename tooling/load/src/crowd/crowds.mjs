import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("crowd-process.mjs", import.meta.url));

/** One load process, as the run sees it. */
class CrowdHandle {
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #open = new Map();
  #calls = 0;
  /** @type {Record<string, number>} */
  progress = {};
  /** @type {import("./crowd-report.mjs").LedgerLine[]} */
  ledger = [];

  constructor() {
    this.child = fork(program, { serialization: "advanced", stdio: ["ignore", "inherit", "inherit", "ipc"] });
    this.child.on("message", (/** @type {import("./crowd-process.mjs").Said} */ said) => this.#hear(said));
    this.child.once("exit", (code, signal) => {
      for (const { reject } of this.#open.values()) reject(new Error(`a load process ended (${signal ?? `code ${code}`})`));
    });
  }

  /** @param {string} work @param {unknown} [argument] @returns {Promise<any>} */
  ask(work, argument) {
    this.#calls += 1;
    const call = this.#calls;
    return new Promise((resolve, reject) => {
      this.#open.set(call, { resolve, reject });
      this.child.send({ call, work, argument });
    });
  }

  /** @param {import("./crowd-process.mjs").Said} said */
  #hear(said) {
    if ("progress" in said) this.progress = said.progress;
    else if ("ledger" in said) this.ledger.push(...said.ledger);
    else {
      const open = this.#open.get(said.call);
      this.#open.delete(said.call);
      if ("problem" in said) open?.reject(new Error(said.problem));
      else open?.resolve(said.value);
    }
  }
}

/**
 * All load processes of a game.
 *
 * @param {Omit<import("./crowd.mjs").CrowdSettings, "from" | "count">} settings
 * @param {{ players: number, processes: number }} size
 */
export async function gatherCrowds(settings, { players, processes }) {
  const handles = Array.from({ length: Math.min(processes, players) }, () => new CrowdHandle());
  const share = Math.ceil(players / handles.length);
  await Promise.all(
    handles.map((handle, index) => {
      const from = Math.min(players, index * share);
      const joiners = Math.max(1, Math.round(settings.joiners / handles.length));
      return handle.ask("gather", { ...settings, joiners, from, count: Math.min(share, players - from) });
    }),
  );
  return {
    /** @param {string} work @param {unknown} [argument] @returns {Promise<any[]>} */
    all: (work, argument) => Promise.all(handles.map((handle) => handle.ask(work, argument))),
    progress: () => sumOf(handles.map(({ progress }) => progress)),
    async ledger() {
      await Promise.all(handles.map((handle) => handle.ask("ledger")));
      return handles.flatMap(({ ledger }) => ledger);
    },
    /** @returns {Promise<import("./crowd-report.mjs").CrowdReport[]>} */
    report: () => Promise.all(handles.map((handle) => handle.ask("report"))),
    leave() {
      for (const { child } of handles) if (child.connected) child.disconnect();
    },
  };
}
/** @typedef {Awaited<ReturnType<typeof gatherCrowds>>} Crowds */

/** @param {readonly Record<string, number>[]} all @returns {Record<string, number>} */
export function sumOf(all) {
  /** @type {Record<string, number>} */
  const sums = {};
  for (const counts of all) for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}
