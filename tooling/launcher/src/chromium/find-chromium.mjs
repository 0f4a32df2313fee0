import { existsSync } from "node:fs";
import { join } from "node:path";
import { findOnPath } from "../find-on-path.mjs";
import { runToEnd } from "../processes/run-to-end.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macApplication = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * @typedef {object} FindChromiumOptions
 * @property {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @property {string} checkoutDir
 * @property {string} toolsDir
 * @property {NodeJS.ProcessEnv} env
 * @property {(line: string) => void} say
 * @property {boolean} [isRoot]
 */

/**
 * Finds a Chromium for the browser tests, or fetches one.
 *
 * @param {FindChromiumOptions} options
 * @returns {Promise<NodeJS.ProcessEnv | null>} what the browser tests need in their environment; null where there is none to be had
 */
export async function findChromium(options) {
  const { env, say } = options;
  const installed = await findInstalled(options);
  if (installed !== null) return { QUICKFIRE_CHROMIUM: installed };
  say("Chromium is not installed here: fetching it");
  await installWithApt(options);
  const fetched = await findInstalled({ ...options, env: { ...env, QUICKFIRE_CHROMIUM: undefined } });
  if (fetched !== null) return { QUICKFIRE_CHROMIUM: fetched };
  return installWithPlaywright(options);
}

export const chromiumMissing = "Chromium is missing and could not be fetched: install chromium, or set QUICKFIRE_CHROMIUM to its path.";

/** @param {FindChromiumOptions} options */
async function findInstalled({ guard, env }) {
  const found = names.map((name) => findOnPath(name, env));
  const candidates = [env.QUICKFIRE_CHROMIUM, ...found, existsSync(macApplication) ? macApplication : null];
  for (const candidate of candidates) {
    // Some systems have a program of that name that only says how to install it.
    if (candidate && (await runToEnd(guard, candidate, ["--version"], { env })).code === 0) return candidate;
  }
  return null;
}

/** @param {FindChromiumOptions} options */
async function installWithApt({ guard, env, isRoot = process.getuid?.() === 0 }) {
  if (findOnPath("apt-get", env) === null) return;
  if (!isRoot && findOnPath("sudo", env) === null) return;
  const prefix = isRoot ? [] : ["sudo", "-n"];
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const [command = "", ...rest] = [...prefix, "apt-get", ...args];
    const { code } = await runToEnd(guard, command, rest, { env: { ...env, DEBIAN_FRONTEND: "noninteractive" } });
    if (code !== 0) return;
  }
}

/** @param {FindChromiumOptions} options */
async function installWithPlaywright({ guard, checkoutDir, toolsDir, env }) {
  const place = { PLAYWRIGHT_BROWSERS_PATH: join(toolsDir, "browsers") };
  const playwright = join(checkoutDir, "e2e/node_modules/.bin/playwright");
  const { code } = await runToEnd(guard, playwright, ["install", "chromium"], { env: { ...env, ...place } });
  return code === 0 ? place : null;
}
