import { join } from "node:path";
import { runToEnd } from "../processes/run-to-end.mjs";

/**
 * What a check came to.
 * @typedef {object} CheckResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} notes lines for the summary
 */

/**
 * What a check is run with; `say` also prints the lines of a tool's output.
 * @typedef {object} CheckContext
 * @property {string} checkoutDir
 * @property {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @property {NodeJS.ProcessEnv} env
 * @property {(line: string) => void} say
 */

/**
 * Runs a tool that either passes as a whole or fails as a whole.
 *
 * @param {CheckContext} context
 * @param {{ name: string, tool: string, args: readonly string[], env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<CheckResult>}
 */
export async function runTool({ guard, checkoutDir, env, say }, { name, tool, args, env: more }) {
  const command = join(checkoutDir, "node_modules/.bin", tool);
  const { code } = await runToEnd(guard, command, args, { cwd: checkoutDir, env: { ...env, ...more }, onLine: say });
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, notes: [] };
}

/**
 * @param {readonly CheckResult[]} results
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function addUp(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of results) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}
