import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { signalGroup, stopGroups } from "./stop-groups.mjs";

/**
 * What a child is started with. `stopsLast` marks the storage, which others still need while they stop.
 * @typedef {object} ChildOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {import("node:child_process").StdioOptions} [stdio]
 * @property {NodeJS.Signals} [signal] asks it to stop; SIGTERM unless set
 * @property {boolean} [stopsLast]
 */

/**
 * @typedef {object} ProcessGuard
 * @property {(command: string, args: readonly string[], options?: ChildOptions) => import("node:child_process").ChildProcess} spawn
 *   Starts a child that can't outlive this process, however this process ends.
 * @property {() => number} watchdogPid
 * @property {() => Promise<void>} stopAll Stops all children that still run, those that use the storage first; nothing can be started after.
 * @property {() => void} killAll Ends them at once.
 * @property {() => void} close Gives up the watch; what still runs is stopped within seconds.
 */

const watchdogPath = fileURLToPath(new URL("watchdog.mjs", import.meta.url));

/**
 * Starts children in process groups of their own and tells a watchdog about each, which stops them
 * once this process is gone.
 *
 * @returns {ProcessGuard}
 */
export function createProcessGuard() {
  /** @type {Map<number, import("./stop-groups.mjs").ProcessGroup>} */
  const running = new Map();
  let isClosed = false;
  let isStopping = false;
  let watchdog = startWatchdog();

  function startWatchdog() {
    const started = spawn(process.execPath, [watchdogPath], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
    // A watch must not keep the watched process alive.
    started.unref();
    /** @type {import("node:net").Socket} */ (started.stdin).unref();
    started.stdin.on("error", () => {});
    started.once("exit", () => {
      if (isClosed) return;
      watchdog = startWatchdog();
      for (const group of running.values()) tell({ started: group });
    });
    return started;
  }

  /** @param {{ started: import("./stop-groups.mjs").ProcessGroup } | { ended: number }} message */
  function tell(message) {
    watchdog.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  return {
    spawn(command, args, { signal = "SIGTERM", stopsLast = false, ...options } = {}) {
      if (isStopping) throw new Error("no child is started any more");
      const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options, detached: true });
      const { pid } = child;
      if (pid === undefined) return child;
      const group = { pid, signal, stopsLast };
      running.set(pid, group);
      tell({ started: group });
      child.once("exit", () => {
        running.delete(pid);
        // What it started itself and left behind would hold its ports.
        signalGroup(pid, "SIGKILL");
        tell({ ended: pid });
      });
      return child;
    },
    watchdogPid: () => watchdog.pid ?? 0,
    stopAll() {
      isStopping = true;
      return stopGroups([...running.values()], { patienceMs: 5_000 });
    },
    killAll() {
      for (const pid of running.keys()) signalGroup(pid, "SIGKILL");
    },
    close() {
      isClosed = true;
      watchdog.stdin?.end();
    },
  };
}
