import { readdirSync, readFileSync } from "node:fs";

/** What the system says of one process. @typedef {{ pid: number, parent: number, cpuSeconds: number, memoryMegabytes: number }} ProcessUsage */
/** @typedef {{ cpuSeconds: number, memoryMegabytes: number }} Usage by name of a part of the stack */

const ticksASecond = 100;
const pageBytes = 4_096;

/** @param {string} path @returns {string | null} null where the process is gone */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/**
 * All processes of this machine; empty where there is no /proc.
 *
 * @returns {ProcessUsage[]}
 */
function listProcesses() {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    const stat = read(`/proc/${name}/stat`);
    if (stat === null) return [];
    return [parseStat(Number(name), stat)];
  });
}

/**
 * @param {number} pid
 * @param {string} stat as in /proc/<pid>/stat; the name, which may hold anything, stands in brackets
 * @returns {ProcessUsage}
 */
export function parseStat(pid, stat) {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ").map(Number);
  const [, parent = 0] = fields;
  return { pid, parent, cpuSeconds: ((fields[11] ?? 0) + (fields[12] ?? 0)) / ticksASecond, memoryMegabytes: ((fields[21] ?? 0) * pageBytes) / 2 ** 20 };
}

/**
 * What the parts of the stack that this process has started have used so far. Postgres is many processes, which share their
 * memory: its figure is that of the largest.
 *
 * @returns {Record<string, Usage>}
 */
export function measureParts() {
  const all = listProcesses();
  /** @type {Record<string, Usage>} */
  const parts = {};
  for (const child of all.filter(({ parent }) => parent === process.pid)) {
    const name = partOf(child.pid);
    if (name === null) continue;
    const family = [child, ...descendantsOf(child.pid, all)];
    parts[name] = {
      cpuSeconds: family.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
      memoryMegabytes: Math.max(...family.map(({ memoryMegabytes }) => memoryMegabytes)),
    };
  }
  return parts;
}

/** @param {number} pid @param {readonly ProcessUsage[]} all @returns {ProcessUsage[]} */
function descendantsOf(pid, all) {
  const children = all.filter(({ parent }) => parent === pid);
  return [...children, ...children.flatMap((child) => descendantsOf(child.pid, all))];
}

/** What a child of ours is called in the figures; null for one that is no part of the stack. @param {number} pid @returns {string | null} */
function partOf(pid) {
  const command = (read(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ");
  if (command.includes("redis-server") || command.includes("valkey-server")) return "Redis";
  if (command.includes("postgres") && command.includes("-D")) return "Postgres";
  if (command.includes("web/dist")) return "web";
  if (command.includes("balancer-main")) return "balancer";
  if (command.includes("ws-server")) return /(?:^|\0)NODE_NAME=([^\0]+)/.exec(read(`/proc/${pid}/environ`) ?? "")?.[1] ?? "ws-server";
  return command.includes("worker/dist") ? "worker" : null;
}

/** @param {Record<string, Usage>} before @param {Record<string, Usage>} after @returns {Record<string, Usage>} */
export function usedBetween(before, after) {
  return Object.fromEntries(
    Object.entries(after).map(([name, { cpuSeconds, memoryMegabytes }]) => [name, { cpuSeconds: cpuSeconds - (before[name]?.cpuSeconds ?? 0), memoryMegabytes }]),
  );
}
