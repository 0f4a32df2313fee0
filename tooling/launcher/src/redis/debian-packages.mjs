import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { findOnPath } from "../find-on-path.mjs";
import { runOrFail, runToEnd } from "../processes/run-to-end.mjs";

/**
 * What redis-server has needed beside itself so far: the rest of the way when asking apt what is missing was not enough.
 */
const knownPackages = ["redis-tools", "liblua5.1-0", "libjemalloc2", "liblzf1", "libhiredis0.14", "lua-cjson", "lua-bitop", "libatomic1"];

/**
 * Downloads Debian's packages of Redis and unpacks them into a folder: nothing is installed, nobody needs to be root,
 * and no service is started.
 *
 * @param {{ guard: import("../processes/process-guard.mjs").ProcessGuard, dir: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<import("./redis-server.mjs").RedisCommand | null>}
 */
export async function unpackDebianRedis({ guard, dir, env }) {
  const isDebian = ["apt-get", "dpkg"].every((name) => findOnPath(name, env) !== null);
  if (!isDebian) return null;
  const unfinished = `${dir}.${process.pid}`;
  try {
    await fetchInto({ guard, env }, unfinished);
    await rm(dir, { recursive: true, force: true });
    await rename(unfinished, dir);
    return await findUnpackedRedis({ guard, dir, env });
  } catch {
    // No network, or another system's apt: there are other ways to a Redis.
    return null;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/**
 * @param {{ guard: import("../processes/process-guard.mjs").ProcessGuard, dir: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<import("./redis-server.mjs").RedisCommand | null>}
 */
export async function findUnpackedRedis({ guard, dir, env: outer }) {
  const command = join(dir, "usr/bin/redis-server");
  if (!existsSync(command)) return null;
  const libraries = (await readdir(join(dir, "usr/lib"))).filter((name) => name.includes("linux-gnu"));
  const env = { LD_LIBRARY_PATH: libraries.map((name) => join(dir, "usr/lib", name)).join(":") };
  const { code } = await runToEnd(guard, command, ["--version"], { env: { ...outer, ...env } });
  return code === 0 ? { command, args: () => [], env } : null;
}

/**
 * Where commands run.
 * @typedef {{ guard: import("../processes/process-guard.mjs").ProcessGuard, env: NodeJS.ProcessEnv }} Shell
 */

/**
 * @param {Shell} shell
 * @param {string} dir
 */
async function fetchInto(shell, dir) {
  await mkdir(join(dir, "debs"), { recursive: true, mode: 0o755 });
  await chmod(dir, 0o755);
  const apt = await findAptLists(shell, dir);
  await download(shell, { dir, apt, packages: await listMissingPackages(shell, apt) });
  if ((await findUnpackedRedis({ ...shell, dir })) === null) await download(shell, { dir, apt, packages: knownPackages });
  await rm(join(dir, "debs"), { recursive: true });
}

/**
 * apt's lists may be missing, as in most container images; then they are fetched into a folder of our own.
 *
 * @param {Shell} shell
 * @param {string} dir
 * @returns {Promise<string[]>} the options that make apt use them
 */
async function findAptLists({ guard, env }, dir) {
  const knows = await runToEnd(guard, "apt-cache", ["show", "redis-tools"], { env });
  if (knows.code === 0) return [];
  const own = ["-o", `Dir::State::Lists=${join(dir, "debs/lists")}`, "-o", `Dir::Cache=${join(dir, "debs/cache")}`, "-o", "APT::Sandbox::User=", "-o", "Debug::NoLocking=1"];
  for (const name of ["lists/partial", "cache/archives/partial"]) await mkdir(join(dir, "debs", name), { recursive: true });
  await runOrFail(guard, "apt-get", [...own, "update"], { env });
  return own;
}

/**
 * @param {Shell} shell
 * @param {readonly string[]} apt
 */
async function listMissingPackages({ guard, env }, apt) {
  const { output } = await runToEnd(guard, "apt-get", [...apt, "install", "--simulate", "--no-install-recommends", "redis-server"], { env });
  const packages = [...output.matchAll(/^Inst (\S+)/gm)].map(([, name = ""]) => name);
  return [...new Set(["redis-tools", ...packages])];
}

/**
 * @param {Shell} shell
 * @param {{ dir: string, apt: readonly string[], packages: readonly string[] }} options
 */
async function download({ guard, env }, { dir, apt, packages }) {
  const debs = join(dir, "debs");
  // One by one: what another release names differently must not keep the others away.
  for (const name of packages) await runToEnd(guard, "apt-get", [...apt, "download", name], { cwd: debs, env });
  for (const file of (await readdir(debs)).filter((name) => name.endsWith(".deb"))) {
    await runOrFail(guard, "dpkg", ["-x", join(debs, file), dir], { env });
  }
  const program = join(dir, "usr/bin/redis-server");
  // The package redis-server holds but this link, to the program that the tools bring.
  if (!existsSync(program)) await symlink("redis-check-rdb", program);
}
