import { createHash } from "node:crypto";
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LaunchError } from "../launch-error.mjs";
import { runToEnd } from "../processes/run-to-end.mjs";
import { openMarker } from "./fingerprint.mjs";

/**
 * Installs what the lockfile names, unless that was done already.
 *
 * @param {object} options
 * @param {import("../processes/process-guard.mjs").ProcessGuard} options.guard
 * @param {string} options.checkoutDir
 * @param {string} options.pnpm
 * @param {NodeJS.ProcessEnv} options.env
 * @param {(line: string) => void} options.say
 * @param {number} [options.pauseMs] before the second try, and longer before each further one
 */
export async function installPackages({ guard, checkoutDir, pnpm, env, say, pauseMs = 2_000 }) {
  const marker = openMarker(join(checkoutDir, "node_modules/.cache/quickfire/installed"), hashOfManifests(checkoutDir));
  if (marker.isFresh()) return;
  say("Installing packages");
  for (let tries = 1; ; tries += 1) {
    // CI keeps pnpm from asking questions that nobody may be there to answer.
    const { code, output } = await runToEnd(guard, pnpm, ["install", "--frozen-lockfile"], { cwd: checkoutDir, env: { ...env, CI: "true" } });
    if (code === 0) break;
    const reason = output.split("\n").find((line) => /ERR_/.test(line))?.trim() ?? "pnpm install failed";
    // Trying again helps against a broken download, and not against a lockfile that names something else.
    if (tries === 4 || reason.includes("ERR_PNPM_OUTDATED_LOCKFILE")) {
      for (const line of output.trim().split("\n").slice(-12)) say(line);
      throw new LaunchError(`The packages could not be installed: ${reason}`);
    }
    say(`Installing again, after ${reason}`);
    await pause(tries * pauseMs);
  }
  marker.remember();
}

/** @param {string} checkoutDir */
function hashOfManifests(checkoutDir) {
  const hash = createHash("sha256").update(process.platform).update(process.arch).update(process.versions.modules);
  const groups = ["apps", "packages", "tooling"].flatMap((group) => readdirSync(join(checkoutDir, group)).map((name) => join(group, name)));
  for (const path of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...[".", "e2e", ...groups.sort()].map((dir) => join(dir, "package.json"))]) {
    const file = join(checkoutDir, path);
    if (existsSync(file)) hash.update(`${path}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}
