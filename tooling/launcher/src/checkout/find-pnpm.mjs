import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findOnPath } from "../find-on-path.mjs";
import { LaunchError } from "../launch-error.mjs";
import { runToEnd } from "../processes/run-to-end.mjs";

/**
 * @typedef {object} FindPnpmOptions
 * @property {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @property {string} checkoutDir
 * @property {string} toolsDir
 * @property {NodeJS.ProcessEnv} env
 * @property {(line: string) => void} say
 */

/**
 * Finds the package manager that the lockfile was written with: on the PATH, from an earlier fetch, or from the registry.
 *
 * @param {FindPnpmOptions} options
 * @returns {Promise<string>}
 */
export async function findPnpm({ guard, checkoutDir, toolsDir, env, say }) {
  const version = wantedVersion(checkoutDir);
  const onPath = findOnPath("pnpm", env);
  if (onPath !== null && (await isUsable(guard, onPath, { version, checkoutDir }))) return onPath;
  const prefix = join(toolsDir, "pnpm");
  const fetched = join(prefix, "node_modules/.bin/pnpm");
  if (existsSync(fetched) && (await isUsable(guard, fetched, { version, checkoutDir }))) return fetched;

  say(`pnpm ${version} is not installed here: fetching it`);
  const [command = "", ...args] = [...findNpm(env), "install", "--prefix", prefix, "--no-audit", "--no-fund", "--no-save", `pnpm@${version}`];
  for (let tries = 1; ; tries += 1) {
    const { code, output } = await runToEnd(guard, command, args, { env });
    if (code === 0) return fetched;
    if (tries === 3) throw new LaunchError(`pnpm could not be fetched: install pnpm ${version} (${output.trim().split("\n").at(-1)}).`);
  }
}

/** @param {string} checkoutDir */
function wantedVersion(checkoutDir) {
  const { packageManager } = JSON.parse(readFileSync(join(checkoutDir, "package.json"), "utf8"));
  return packageManager.replace("pnpm@", "");
}

/**
 * @param {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @param {string} pnpm
 * @param {{ version: string, checkoutDir: string }} wanted
 */
async function isUsable(guard, pnpm, { version, checkoutDir }) {
  const { code, output } = await runToEnd(guard, pnpm, ["--version"], { cwd: checkoutDir });
  return code === 0 && output.trim().split(".")[0] === version.split(".")[0];
}

/** @param {NodeJS.ProcessEnv} env */
function findNpm(env) {
  // Under `npm start` npm says where it is; otherwise it lies beside Node.
  const { npm_execpath: running } = env;
  if (running?.endsWith("npm-cli.js")) return [process.execPath, running];
  const beside = join(dirname(process.execPath), "npm");
  return [existsSync(beside) ? beside : "npm"];
}
