import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { untilReady } from "../processes/until-ready.mjs";

/**
 * How redis-server (or valkey-server) is run on this machine.
 * `args` stand before Redis's own settings.
 * @typedef {{ command: string, args: (options: { dir: string }) => readonly string[], env?: Record<string, string> }} RedisCommand
 */

/**
 * @typedef {object} RedisOptions
 * @property {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @property {RedisCommand} redis from `findRedis`
 * @property {string} dir of its files
 * @property {number} port on 127.0.0.1
 * @property {boolean} [appendonly]
 * @property {Readonly<Record<string, string>>} [settings] others of Redis's own, such as `cluster-enabled`
 */

/** @param {{ port: number }} options */
export function redisUrl({ port }) {
  return `redis://127.0.0.1:${port}`;
}

/**
 * Starts Redis on its data; `ready` resolves once the data is loaded and commands are taken.
 *
 * @param {RedisOptions} options
 * @returns {import("../processes/until-ready.mjs").StartedChild}
 */
export function launchRedis({ guard, redis, dir, port, appendonly = true, settings: more = {} }) {
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  const settings = {
    bind: "127.0.0.1", port: String(port), dir, daemonize: "no",
    // A live game must not be forgotten to make room, and not be lost with the process.
    "maxmemory-policy": "noeviction", appendonly: appendonly ? "yes" : "no", appendfsync: "everysec", save: "",
    ...more,
  };
  const args = [...redis.args({ dir }), ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])];
  const child = guard.spawn(redis.command, args, { env: { ...process.env, ...redis.env }, stopsLast: true });
  return {
    child,
    ready: untilReady(child, { name: "Redis", isReady: (line) => line.includes("Ready to accept connections"), reason: (lines) => reasonIn(lines, dir) }),
  };
}

/** What Redis says where it can't read its own files; where it can't open or write them it says something else. */
const damage = /reading the append only file|reading the RDB preamble|rdb file reading failure|RDB CRC|wrong signature|unexpected end of file|AOF manifest file format/i;

/**
 * In Redis's own words, unless those lead to a tool that it may not have with it.
 *
 * @param {readonly string[]} lines
 * @param {string} dir
 */
function reasonIn(lines, dir) {
  if (lines.some((line) => damage.test(line))) {
    return `its append-only file is damaged. Put ${join(dir, "appendonlydir")} aside and start again: running games are rebuilt from Postgres (docs/operations.md, "When storage fails").`;
  }
  return lines.findLast((line) => /#|error|failed|not/i.test(line))?.replace(/^\d+:\w+ .*? [#*] /, "");
}
