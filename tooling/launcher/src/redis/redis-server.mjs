import { mkdirSync } from "node:fs";
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
    ready: untilReady(child, { name: "Redis", isReady: (line) => line.includes("Ready to accept connections"), reason: lastWords }),
  };
}

/** @param {readonly string[]} lines */
function lastWords(lines) {
  return lines.findLast((line) => /#|error|failed|not/i.test(line))?.replace(/^\d+:\w+ .*? [#*] /, "");
}
