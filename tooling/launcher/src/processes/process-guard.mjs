import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

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
  /** @type {Map<number, string>} */
  const running = new Map();
  let isClosed = false;
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
      for (const line of running.values()) watchdog.stdin?.write(line);
    });
    return started;
  }

  return {
    spawn(command, args, { signal = "SIGTERM", stopsLast = false, ...options } = {}) {
      const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options, detached: true });
      const { pid } = child;
      if (pid === undefined) return child;
      const line = `${JSON.stringify({ started: pid, signal, stopsLast })}\n`;
      running.set(pid, line);
      watchdog.stdin?.write(line);
      child.once("exit", () => {
        running.delete(pid);
        watchdog.stdin?.write(`${JSON.stringify({ ended: pid })}\n`);
      });
      return child;
    },
    close() {
      isClosed = true;
      watchdog.stdin?.end();
    },
  };
}
