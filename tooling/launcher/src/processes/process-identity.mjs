import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process began, in whatever form the system tells it: together with its id it names a process for good, as ids
 * are given again.
 *
 * @param {number} pid
 * @returns {string | null} null where there is no such process
 */
export function findStartOf(pid) {
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return stdout.trim() || null;
  }
  const fields = readStat(pid);
  // The 22nd of all fields; the first two are not among these.
  return fields === null || fields[0] === "Z" ? null : (fields[19] ?? null);
}

/**
 * @param {number} pid
 * @returns {number | null} null where there is no such process, and where the system does not tell cheaply
 */
export function findParentOf(pid) {
  return Number(readStat(pid)?.[1] ?? 0) || null;
}

/**
 * @param {number} pid
 * @returns {string | null} the name of its program, where the system tells it cheaply
 */
export function findNameOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return null;
  }
}

/**
 * What Linux tells of a process, from its state on.
 *
 * @param {number} pid
 */
function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in brackets, may hold anything.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}
