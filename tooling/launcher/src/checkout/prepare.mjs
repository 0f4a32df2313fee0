import { mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LaunchError } from "../launch-error.mjs";
import { lockFolder } from "../stack/folder-lock.mjs";
import { findPnpm } from "./find-pnpm.mjs";
import { installPackages } from "./install.mjs";
import { buildProduct } from "./build.mjs";

/**
 * Brings the checkout to where its processes can be run. Two starts at once take turns, and the second finds it done.
 *
 * @param {object} options
 * @param {import("../processes/process-guard.mjs").ProcessGuard} options.guard
 * @param {string} options.checkoutDir
 * @param {string} options.toolsDir
 * @param {NodeJS.ProcessEnv} options.env
 * @param {(line: string) => void} options.say
 * @param {boolean} options.builds
 * @returns {Promise<NodeJS.ProcessEnv>} the environment in which the checkout's tools run
 */
export async function prepareCheckout({ guard, checkoutDir, toolsDir, env, say, builds }) {
  mkdirSync(toolsDir, { recursive: true, mode: 0o755 });
  const lock = await takeTurn({ file: join(toolsDir, "prepare.lock"), watchdogPid: guard.watchdogPid(), say });
  try {
    const pnpm = await findPnpm({ guard, checkoutDir, toolsDir, env, say });
    // turbo looks for pnpm on the PATH.
    const envWithPnpm = { ...env, PATH: [dirname(pnpm), env.PATH].join(delimiter) };
    await installPackages({ guard, checkoutDir, pnpm, env: envWithPnpm, say });
    if (builds) await buildProduct({ guard, checkoutDir, env: envWithPnpm, say });
    return envWithPnpm;
  } finally {
    lock.release();
  }
}

/**
 * @param {{ file: string, watchdogPid: number, say: (line: string) => void }} options
 */
async function takeTurn({ file, watchdogPid, say }) {
  const givesUpAt = Date.now() + 15 * 60_000;
  for (let tries = 0; ; tries += 1) {
    try {
      return await lockFolder({ file, watchdogPid, busyMessage: "Another start has been installing or building for 15 minutes (process {pid})." });
    } catch (error) {
      if (!(error instanceof LaunchError) || Date.now() > givesUpAt) throw error;
      if (tries === 0) say("Waiting for another start to install and build");
      await pause(500);
    }
  }
}
