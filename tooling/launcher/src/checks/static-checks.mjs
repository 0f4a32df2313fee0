import { quietTools } from "../checkout/build.mjs";
import { runTool } from "./check.mjs";

/**
 * Three programs: all that runs in Node, and those two that know a browser's objects.
 *
 * @param {import("./check.mjs").CheckContext} context
 */
export function checkTypes(context) {
  const programs = ["--filter=//", "--filter=@quickfire/web", "--filter=@quickfire/e2e"];
  const args = ["run", "typecheck", "typecheck:node", ...programs, "--continue", "--concurrency=100%", "--output-logs=errors-only", "--ui=stream"];
  return runTool(context, { name: "types", tool: "turbo", args, env: quietTools });
}

/**
 * Rules of the language, cycles between files, and the boundaries between the parts: see .oxlintrc.json.
 *
 * @param {import("./check.mjs").CheckContext} context
 */
export function checkLint(context) {
  return runTool(context, { name: "lint and boundaries", tool: "oxlint", args: ["--deny-warnings"] });
}
