import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { LaunchError } from "../launch-error.mjs";
import { findStartOf } from "../processes/process-identity.mjs";

/**
 * Who holds a folder: the launcher, and the watchdog that may still be stopping what a killed launcher left.
 * @typedef {{ pid: number, startedAt: string | null }} Holder
 */

/**
 * Takes a folder for this process. A holder that died is passed over; one whose watchdog still stops its children is waited for.
 *
 * @param {object} options
 * @param {string} options.file
 * @param {number} options.watchdogPid
 * @param {string} options.busyMessage with `{pid}` where the process id goes
 * @param {number} [options.patienceMs] for the watchdog of a dead holder
 * @returns {Promise<{ release: () => void }>}
 */
export async function lockFolder({ file, watchdogPid, busyMessage, patienceMs = 20_000 }) {
  const givesUpAt = Date.now() + patienceMs;
  const own = JSON.stringify([identify(process.pid), identify(watchdogPid)]);
  while (!tryToWrite(file, own)) {
    const [launcher, watchdog] = readHolders(file);
    if (launcher && isAlive(launcher)) throw new LaunchError(busyMessage.replace("{pid}", String(launcher.pid)));
    if (!watchdog || !isAlive(watchdog)) rmSync(file, { force: true });
    else if (Date.now() > givesUpAt) throw new LaunchError(busyMessage.replace("{pid}", String(watchdog.pid)));
    else await pause(100);
  }
  return {
    release: () => rmSync(file, { force: true }),
  };
}

/** @param {number} pid @returns {Holder} */
function identify(pid) {
  return { pid, startedAt: findStartOf(pid) };
}

/** @param {Holder} holder */
function isAlive({ pid, startedAt }) {
  return startedAt !== null && findStartOf(pid) === startedAt;
}

/**
 * @param {string} file
 * @param {string} text
 */
function tryToWrite(file, text) {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file @returns {Holder[]} */
function readHolders(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Gone in the meantime, or cut off by a crash while it was written.
    return [];
  }
}
