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
 * What a check is run with; `show` prints a line of a tool's output.
 * @typedef {object} CheckContext
 * @property {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @property {NodeJS.ProcessEnv} env
 * @property {(line: string) => void} say
 */

/**
 * Runs a tool that either passes as a whole or fails as a whole.
 *
 * @param {CheckContext} context
 * @param {{ name: string, command: string, args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv }} tool
 * @returns {Promise<CheckResult>}
 */
export async function runTool({ guard, env, say }, { name, command, args, cwd, env: more }) {
  const { code } = await runToEnd(guard, command, args, { cwd, env: { ...env, ...more }, onLine: say });
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
