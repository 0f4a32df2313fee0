import { parseArgs } from "node:util";
import { addUp } from "../checks/check.mjs";
import { runBrowserTests } from "../checks/browser-tests.mjs";
import { checkLint, checkTypes } from "../checks/static-checks.mjs";
import { runUnitTests } from "../checks/unit-tests.mjs";
import { checkoutDir, findToolsDir } from "../checkout/checkout-dir.mjs";
import { loadEnvFile } from "../checkout/env-file.mjs";
import { prepareCheckout } from "../checkout/prepare.mjs";
import { chromiumMissing, findChromium } from "../chromium/find-chromium.mjs";
import { LaunchError } from "../launch-error.mjs";
import { findRedis } from "../redis/find-redis.mjs";
import { runCommand } from "./run-command.mjs";

const parts = /** @type {const} */ (["types", "lint", "unit", "e2e"]);

/** `npm test`: everything, from nothing. The last line is `N passed, N failed, N skipped`. */
export function test() {
  return runCommand(async ({ guard, env, say }) => {
    const wanted = parseTestOptions(process.argv.slice(2));
    const startedAt = Date.now();
    const { QUICKFIRE_CHROMIUM } = loadEnvFile(env);
    const results = await runChecks({ guard, say, env: { ...env, QUICKFIRE_CHROMIUM, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" } }, wanted);
    return summarise(results, { say, seconds: (Date.now() - startedAt) / 1_000 });
  }, { codeWhenStopped: 1 });
}

/**
 * @param {import("../checks/check.mjs").CheckContext} context
 * @param {ReadonlySet<(typeof parts)[number]>} wanted
 */
async function runChecks({ guard, env, say }, wanted) {
  const run = createRunner(say);
  const context = { guard, say, env };
  const isInstalled = await run.step("install", async () => {
    context.env = await prepareCheckout({ guard, env, say, builds: false });
  });
  if (!isInstalled) return run.results;
  // Fetched while the rest goes on: the browser is needed last.
  const redis = findRedis({ ...context, toolsDir: findToolsDir() });
  const chromium = wanted.has("e2e") ? redis.then(() => fetchChromium(context)) : Promise.resolve({});
  for (const fetching of [redis, chromium]) fetching.catch(() => {});

  if (wanted.has("lint")) await run.check("Lint and boundaries", () => checkLint(context));
  if (wanted.has("types")) await run.check("Types", () => checkTypes(context));
  const isBuilt = wanted.has("e2e") && (await run.step("build", () => prepareCheckout({ ...context, builds: true })));
  const hasRedis = await run.step("Redis", () => redis);
  if (wanted.has("unit") && hasRedis) await run.check("Unit, integration and contract tests", () => runUnitTests(context));
  const hasBrowser = isBuilt && (await run.step("Chromium", () => chromium));
  if (hasBrowser) await run.check("Browser tests", async () => runBrowserTests(context, await chromium));
  return run.results;
}

/** @param {readonly string[]} args */
export function parseTestOptions(args) {
  const { values, positionals } = parseArgs({ args: [...args], options: { only: { type: "string" } }, strict: false, allowPositionals: true });
  const unknown = [...positionals, ...Object.keys(values).filter((name) => name !== "only").map((name) => `--${name}`)][0];
  if (unknown !== undefined) throw new LaunchError(`${unknown} is not an option; there is --only ${parts.join("|")}.`);
  const { only } = values;
  if (only === undefined) return new Set(parts);
  const part = parts.find((name) => name === only);
  if (part === undefined) throw new LaunchError(`--only takes one of ${parts.join(", ")}.`);
  return new Set([part]);
}

/** @param {import("../checks/check.mjs").CheckContext} context */
async function fetchChromium(context) {
  const chromium = await findChromium({ ...context, toolsDir: findToolsDir(), checkoutDir });
  if (chromium === null) throw new LaunchError(chromiumMissing);
  return chromium;
}

/** @param {(line: string) => void} say */
function createRunner(say) {
  /** @type {(import("../checks/check.mjs").CheckResult & { seconds: number })[]} */
  const results = [];
  return {
    results,
    /**
     * @param {string} title
     * @param {() => Promise<import("../checks/check.mjs").CheckResult>} check
     */
    async check(title, check) {
      say(`\n── ${title}`);
      const startedAt = Date.now();
      const result = await check().catch((error) => failure(title, error));
      results.push({ ...result, seconds: (Date.now() - startedAt) / 1_000 });
    },
    /**
     * What others stand on: counted only where it fails.
     *
     * @param {string} name
     * @param {() => Promise<unknown>} step
     */
    async step(name, step) {
      try {
        await step();
        return true;
      } catch (error) {
        results.push({ ...failure(name, error), seconds: 0 });
        return false;
      }
    },
  };
}

/**
 * @param {string} name
 * @param {unknown} error
 * @returns {import("../checks/check.mjs").CheckResult}
 */
function failure(name, error) {
  if (!(error instanceof LaunchError)) throw error;
  return { name, passed: 0, failed: 1, skipped: 0, notes: [error.message] };
}

/**
 * @param {readonly (import("../checks/check.mjs").CheckResult & { seconds: number })[]} results
 * @param {{ say: (line: string) => void, seconds: number }} options
 * @returns {number} the exit code
 */
function summarise(results, { say, seconds }) {
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
