import { existsSync, mkdtempSync, chmodSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { findFreeBase, findFreePort } from "../ports.mjs";
import { runToEnd } from "../processes/run-to-end.mjs";
import { untilReady } from "../processes/until-ready.mjs";

/**
 * Journeys in a real browser and the public contract from outside, against a stack of its own with two ws-servers.
 *
 * @param {import("./check.mjs").CheckContext} context
 * @param {NodeJS.ProcessEnv} chromium from `findChromium`
 * @returns {Promise<import("./check.mjs").CheckResult>}
 */
export async function runBrowserTests({ guard, checkoutDir, env, say }, chromium) {
  const name = "end to end";
  const e2eDir = join(checkoutDir, "e2e");
  if (!hasSpecs(e2eDir)) return { name, passed: 0, failed: 0, skipped: 0, notes: ["there is no spec in e2e"] };
  const dataDir = mkdtempSync(join("/var/tmp", "quickfire-e2e-"));
  chmodSync(dataDir, 0o755);
  try {
    const stack = await startStack({ guard, checkoutDir, env, say, dataDir });
    const report = join(dataDir, "report.json");
    const { code } = await runToEnd(guard, join(e2eDir, "node_modules/.bin/playwright"), ["test", "--reporter=list,json"], {
      cwd: e2eDir,
      env: { ...env, ...chromium, ...stack.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      onLine: say,
    });
    await stack.stop();
    const counts = existsSync(report) ? countPlaywright(JSON.parse(readFileSync(report, "utf8"))) : { passed: 0, failed: 0, skipped: 0 };
    return { name, ...counts, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed, notes: [] };
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** @param {string} e2eDir */
function hasSpecs(e2eDir) {
  return readdirSync(e2eDir, { recursive: true, encoding: "utf8" }).some((path) => path.endsWith(".spec.ts") && !path.includes("node_modules"));
}

/**
 * @param {import("./check.mjs").CheckContext & { dataDir: string }} options
 */
async function startStack({ guard, checkoutDir, env, say, dataDir }) {
  const base = await findFreeBase();
  const mailPort = await findFreePort();
  const startPath = join(checkoutDir, "tooling/launcher/start.mjs");
  const child = guard.spawn(process.execPath, [startPath, "--nodes", "2", "--port-base", String(base), "--data", dataDir], {
    cwd: checkoutDir,
    // The journey of a cheat waits for the rules to look.
    env: { ...withoutAddresses(env), ANOMALY_EVERY_SECONDS: "1", SMTP_URL: `smtp://127.0.0.1:${mailPort}` },
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  await untilReady(child, { name: "The stack for the browser tests", isReady: (line) => line.startsWith("quickfire ready") });
  // From now on it only speaks when something is wrong.
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on("line", (line) => say(`stack: ${line}`));
  return {
    env: {
      BASE_URL: `http://localhost:${base}`,
      WS_URL: `ws://localhost:${base + 90}`,
      OPS_URL: `http://localhost:${base + 190}`,
      WORKER_OPS_URL: `http://localhost:${base + 191}`,
      MAIL_PORT: String(mailPort),
      MAIL_FILE: join(dataDir, "mails.jsonl"),
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/**
 * The tests bring their own storage and addresses, whatever the environment or a file `.env` has set; an empty variable is a
 * default one.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function withoutAddresses(env) {
  const names = ["DATABASE_URL", "REDIS_URL", "QUICKFIRE_DATA", "HOST", "PUBLIC_WEB_URL", "PUBLIC_WS_URL", "NODE_ENV"];
  return { ...env, ...Object.fromEntries(names.map((name) => [name, ""])) };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly unknown[] }} report
 */
export function countPlaywright({ stats, errors }) {
  const { expected, unexpected, flaky, skipped } = stats;
  // What only passed when tried again has failed once too often.
  return { passed: expected, failed: unexpected + flaky + errors.length, skipped };
}
