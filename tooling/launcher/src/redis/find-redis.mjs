import { join } from "node:path";
import { findOnPath } from "../find-on-path.mjs";
import { LaunchError } from "../launch-error.mjs";
import { runToEnd } from "../processes/run-to-end.mjs";
import { findUnpackedRedis, unpackDebianRedis } from "./debian-packages.mjs";

/**
 * @typedef {object} FindRedisOptions
 * @property {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @property {string} toolsDir where a Redis is kept that had to be fetched
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [say] what takes a while is told first
 */

/**
 * Finds a Redis on this machine, or fetches one: from the PATH, from an earlier fetch, as unpacked Debian packages, by the
 * system's own installer, by Homebrew, or as a container. Valkey is as good.
 *
 * @param {FindRedisOptions} options
 * @returns {Promise<import("./redis-server.mjs").RedisCommand>}
 */
export async function findRedis({ guard, toolsDir, env = process.env, say = () => {} }) {
  const dir = join(toolsDir, "redis");
  const found = findInstalledRedis(env) ?? (await findUnpackedRedis({ guard, dir, env }));
  if (found) return found;

  say("Redis is not installed here: fetching it");
  const fetched =
    (await unpackDebianRedis({ guard, dir, env })) ??
    (await installWithApt(guard, env)) ??
    (await installWithBrew(guard, env)) ??
    (await findContainer(guard, env));
  if (fetched) return fetched;
  throw new LaunchError("Redis is missing and could not be fetched: install redis-server (or valkey-server) 7 or newer, or set REDIS_URL.");
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {import("./redis-server.mjs").RedisCommand | null}
 */
export function findInstalledRedis(env) {
  const command = findOnPath("redis-server", env) ?? findOnPath("valkey-server", env);
  return command === null ? null : { command, args: () => [] };
}

/**
 * @param {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @param {NodeJS.ProcessEnv} env
 */
async function installWithApt(guard, env) {
  if (findOnPath("apt-get", env) === null) return null;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && findOnPath("sudo", env) === null) return null;
  const [command = "", ...args] = [...(isRoot ? [] : ["sudo", "-n"]), "apt-get", "install", "-y", "--no-install-recommends", "redis-server"];
  await runToEnd(guard, command, args, { env: { ...env, DEBIAN_FRONTEND: "noninteractive" } });
  return findInstalledRedis(env);
}

/**
 * @param {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @param {NodeJS.ProcessEnv} env
 */
async function installWithBrew(guard, env) {
  if (findOnPath("brew", env) === null) return null;
  await runToEnd(guard, "brew", ["install", "redis"], { env });
  return findInstalledRedis(env);
}

/**
 * @param {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import("./redis-server.mjs").RedisCommand | null>}
 */
async function findContainer(guard, env) {
  const command = findOnPath("docker", env);
  if (command === null) return null;
  const image = "redis:7-alpine";
  const pulled = await runToEnd(guard, command, ["pull", "--quiet", image], { env });
  if (pulled.code !== 0) return null;
  const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
  // `docker run` passes our stop signal on to the container, so it is watched like any other child.
  return { command, args: ({ dir }) => ["run", "--rm", "--init", "--network", "host", "--user", user, "--volume", `${dir}:${dir}`, image, "redis-server"] };
}
