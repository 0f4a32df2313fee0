import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/**
 * A started process with all its descendants in one process group.
 * @typedef {{ pid: number, signal: NodeJS.Signals, stopsLast: boolean }} ProcessGroup
 */

/**
 * Stops process groups: first those that use the storage, then the storage itself; whoever has not gone after
 * `patienceMs` is killed. Resolves when all are gone.
 *
 * @param {readonly ProcessGroup[]} groups
 * @param {{ patienceMs: number }} options
 */
export async function stopGroups(groups, { patienceMs }) {
  for (const storage of [false, true]) {
    const tier = groups.filter((group) => group.stopsLast === storage);
    for (const { pid, signal } of tier) signalGroup(pid, signal);
    await waitUntilGone(tier, patienceMs);
    for (const { pid } of tier) signalGroup(pid, "SIGKILL");
    await waitUntilGone(tier, 2_000);
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone already.
  }
}

/**
 * @param {readonly ProcessGroup[]} groups
 * @param {number} patienceMs
 */
async function waitUntilGone(groups, patienceMs) {
  const givesUpAt = Date.now() + patienceMs;
  while (groups.some(({ pid }) => isGroupAlive(pid)) && Date.now() < givesUpAt) await pause(20);
}

/** @param {number} pid the leader of the group */
export function isGroupAlive(pid) {
  try {
    process.kill(-pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
}

/**
 * A process that has ended but was not yet collected by its parent still takes signals; waiting for it would be in vain.
 *
 * @param {number} pid
 */
function isZombie(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    return status.slice(status.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    return false;
  }
}
