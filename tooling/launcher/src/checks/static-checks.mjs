import { join } from "node:path";
import { quietTools } from "../checkout/build.mjs";
import { checkoutDir } from "../checkout/checkout-dir.mjs";
import { runTool } from "./check.mjs";

const bin = join(checkoutDir, "node_modules/.bin");

/** @param {import("./check.mjs").CheckContext} context */
export function checkTypes(context) {
  const args = ["run", "typecheck", "--continue", "--concurrency=100%", "--output-logs=errors-only", "--ui=stream"];
  return runTool(context, { name: "types", command: join(bin, "turbo"), args, cwd: checkoutDir, env: quietTools });
}

/**
 * Rules of the language, cycles between files, and the boundaries between the parts: see .oxlintrc.json.
 *
 * @param {import("./check.mjs").CheckContext} context
 */
export function checkLint(context) {
  return runTool(context, { name: "lint and boundaries", command: join(bin, "oxlint"), args: ["--deny-warnings"], cwd: checkoutDir });
}
