import { relative } from "node:path";

/**
 * The share of lines that tests ran, a line for each package.
 *
 * @param {Record<string, { lines: { total: number, covered: number } }>} summary by file, as the coverage report has it
 * @param {string} root of the checkout
 * @returns {string[]}
 */
export function describeCoverage(summary, root) {
  /** @type {Map<string, { total: number, covered: number }>} */
  const packages = new Map();
  for (const [file, { lines }] of Object.entries(summary)) {
    if (file === "total") continue;
    const name = relative(root, file).split("/").slice(0, 2).join("/");
    const sum = packages.get(name) ?? { total: 0, covered: 0 };
    packages.set(name, { total: sum.total + lines.total, covered: sum.covered + lines.covered });
  }
  return [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { total, covered }]) => `coverage ${name.padEnd(20)} ${((100 * covered) / Math.max(total, 1)).toFixed(1).padStart(5)} % of ${total} lines`);
}
