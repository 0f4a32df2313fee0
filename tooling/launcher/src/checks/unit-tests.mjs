import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "../processes/run-to-end.mjs";
import { describeCoverage } from "./coverage.mjs";

/**
 * Unit, integration and contract tests of all packages, on a real Redis and Postgres, with coverage.
 *
 * @param {import("./check.mjs").CheckContext} context
 * @returns {Promise<import("./check.mjs").CheckResult>}
 */
export async function runUnitTests({ guard, checkoutDir, env, say }) {
  const folder = join(checkoutDir, "coverage");
  const report = join(folder, "tests.json");
  const summary = join(folder, "coverage-summary.json");
  rmSync(folder, { recursive: true, force: true });
  const args = ["run", "--coverage", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await runToEnd(guard, join(checkoutDir, "node_modules/.bin/vitest"), args, { cwd: checkoutDir, env: { ...env, NODE_ENV: "test" }, onLine: say });
  const counts = existsSync(report) ? countVitest(JSON.parse(readFileSync(report, "utf8"))) : { passed: 0, failed: 0, skipped: 0 };
  // A file that can't be loaded, an unhandled error or too little coverage fails the run without failing a test.
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  const notes = existsSync(summary) ? describeCoverage(JSON.parse(readFileSync(summary, "utf8")), checkoutDir) : [];
  return { name: "unit, integration, contract", ...counts, failed, notes };
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report
 */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}
