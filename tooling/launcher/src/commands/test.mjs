import { loadEnvFile } from "../checkout/env-file.mjs";
import { checkoutDir, findToolsDir } from "../checkout/checkout-dir.mjs";
import { parseTestOptions, runChecks } from "../checks/run-checks.mjs";
import { summarise } from "../checks/summary.mjs";
import { runCommand } from "./run-command.mjs";

/** `npm test`: everything, from nothing. The last line is `N passed, N failed, N skipped`. */
export function test() {
  return runCommand(async ({ guard, env, say }) => {
    const wanted = parseTestOptions(process.argv.slice(2));
    const startedAt = Date.now();
    const { QUICKFIRE_CHROMIUM } = loadEnvFile(env);
    const ownEnv = { ...env, QUICKFIRE_CHROMIUM, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" };
    const results = await runChecks({ guard, say, checkoutDir, toolsDir: findToolsDir(), env: ownEnv }, wanted);
    return summarise(results, { say, seconds: (Date.now() - startedAt) / 1_000 });
  }, { codeWhenStopped: 1 });
}
