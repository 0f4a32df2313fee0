import { addUp } from "./check.mjs";

/**
 * @param {readonly (import("./check.mjs").CheckResult & { seconds: number })[]} results
 * @param {{ say: (line: string) => void, seconds: number }} options
 * @returns {number} the exit code
 */
export function summarise(results, { say, seconds }) {
  say("\n── Summary");
  for (const { name, passed, failed, skipped, seconds: took, notes } of results) {
    say(`${failed > 0 ? "✗" : "✓"} ${name.padEnd(28)} ${passed} passed, ${failed} failed, ${skipped} skipped  (${took.toFixed(1)} s)`);
    for (const note of notes) say(`    ${note}`);
  }
  const { passed, failed, skipped } = addUp(results);
  say(`Everything took ${(seconds / 60).toFixed(1)} minutes.`);
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 ? 1 : 0;
}
