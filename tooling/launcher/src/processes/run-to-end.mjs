import { createInterface } from "node:readline";
import { LaunchError } from "../launch-error.mjs";

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {string} [input] written to its standard input
 * @property {(line: string) => void} [onLine]
 */

/**
 * Runs a command to its end under the guard.
 *
 * @param {import("./process-guard.mjs").ProcessGuard} guard
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} `code` is 1 where it was killed and 127 where it can't be started
 */
export function runToEnd(guard, command, args, { input, onLine, ...options } = {}) {
  return new Promise((resolve) => {
    const child = guard.spawn(command, args, { ...options, stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"] });
    child.stdin?.end(input);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      stream.setEncoding("utf8").on("data", (text) => (output += text));
      if (onLine) createInterface({ input: stream }).on("line", onLine);
    }
    child.once("error", (error) => resolve({ code: 127, output: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * The same where only success will do.
 *
 * @param {import("./process-guard.mjs").ProcessGuard} guard
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it printed
 */
export async function runOrFail(guard, command, args, options) {
  const { code, output } = await runToEnd(guard, command, args, options);
  if (code === 0) return output;
  const lastLine = output.trim().split("\n").at(-1) ?? "";
  throw new LaunchError(`${command} ${args[0] ?? ""} ended with ${code}: ${lastLine}`);
}
