import { existsSync } from "node:fs";
import { join } from "node:path";
import { LaunchError } from "../launch-error.mjs";
import { runToEnd } from "../processes/run-to-end.mjs";
import { fingerprint, openMarker } from "./fingerprint.mjs";

const sources = ["apps", "packages", "tooling/typescript", "tooling/bundling", "pnpm-lock.yaml", "turbo.json"];
const outputs = ["apps/web/.next/BUILD_ID", "apps/web/dist/main.mjs", "apps/ws-server/dist/main.mjs", "apps/worker/dist/main.mjs"];

/** Keeps the tools quiet about themselves, and from asking home. */
export const quietTools = { NEXT_TELEMETRY_DISABLED: "1", TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };

/**
 * Builds all processes, unless they were built from the very same sources.
 *
 * @param {object} options
 * @param {import("../processes/process-guard.mjs").ProcessGuard} options.guard
 * @param {string} options.checkoutDir
 * @param {NodeJS.ProcessEnv} options.env
 * @param {(line: string) => void} options.say
 */
export async function buildProduct({ guard, checkoutDir, env, say }) {
  const marker = openMarker(join(checkoutDir, "node_modules/.cache/quickfire/built"), fingerprint(checkoutDir, sources));
  if (marker.isFresh() && outputs.every((path) => existsSync(join(checkoutDir, path)))) return;
  say("Building");
  const turbo = join(checkoutDir, "node_modules/.bin/turbo");
  const { code, output } = await runToEnd(guard, turbo, ["run", "build", "--output-logs=errors-only", "--ui=stream"], {
    cwd: checkoutDir,
    env: { ...env, ...quietTools, NODE_ENV: "production", CI: "true" },
  });
  if (code !== 0) {
    for (const line of output.trim().split("\n").slice(-60)) say(line);
    throw new LaunchError("The build failed; its last lines are above.");
  }
  marker.remember();
}
