import { parseArgs } from "node:util";
import { prepareCheckout } from "../checkout/prepare.mjs";
import { chromiumMissing, findChromium } from "../chromium/find-chromium.mjs";
import { LaunchError } from "../launch-error.mjs";
import { findRedis } from "../redis/find-redis.mjs";
import { runBrowserTests } from "./browser-tests.mjs";
import { checkLint, checkTypes } from "./static-checks.mjs";
import { runUnitTests } from "./unit-tests.mjs";

const parts = /** @type {const} */ (["types", "lint", "unit", "e2e"]);

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

/**
 * @param {import("./check.mjs").CheckContext & { toolsDir: string }} given
 * @param {ReadonlySet<(typeof parts)[number]>} wanted
 */
export async function runChecks(given, wanted) {
  const run = createRunner(given.say);
  const context = { ...given };
  const isInstalled = await run.step("install", async () => {
    context.env = await prepareCheckout({ ...given, builds: false });
  });
  if (!isInstalled) return run.results;
  // Fetched while the rest goes on: the browser is needed last.
  const needsRedis = wanted.has("unit") || wanted.has("e2e");
  const redis = needsRedis ? findRedis(context) : Promise.resolve();
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

/** @param {import("./check.mjs").CheckContext & { toolsDir: string }} context */
async function fetchChromium(context) {
  const chromium = await findChromium(context);
  if (chromium === null) throw new LaunchError(chromiumMissing);
  return chromium;
}

/** @param {(line: string) => void} say */
function createRunner(say) {
  /** @type {(import("./check.mjs").CheckResult & { seconds: number })[]} */
  const results = [];
  return {
    results,
    /**
     * @param {string} title
     * @param {() => Promise<import("./check.mjs").CheckResult>} check
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
 * @returns {import("./check.mjs").CheckResult}
 */
function failure(name, error) {
  if (!(error instanceof LaunchError)) throw error;
  return { name, passed: 0, failed: 1, skipped: 0, notes: [error.message] };
}

