import { quietTools } from "../checkout/build.mjs";
import { runTool } from "./check.mjs";

/** @param {import("./check.mjs").CheckContext} context */
export function checkTypes(context) {
  const args = ["run", "typecheck", "--continue", "--concurrency=100%", "--output-logs=errors-only", "--ui=stream"];
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
