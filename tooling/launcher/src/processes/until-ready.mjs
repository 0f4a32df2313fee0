import { createInterface } from "node:readline";
import { LaunchError } from "../launch-error.mjs";

/**
 * A child that was started, and the promise of its being ready for use.
 * @typedef {{ child: import("node:child_process").ChildProcess, ready: Promise<void> }} StartedChild
 */

/**
 * Resolves when a line of the child's output says that it is ready; rejects, with the child's own reason, when the child ends before.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @param {object} options
 * @param {string} options.name
 * @param {(line: string) => boolean} options.isReady
 * @param {(lines: readonly string[]) => string | undefined} [options.reason] finds it in the last lines
 * @returns {Promise<void>}
 */
export function untilReady(child, { name, isReady, reason = (lines) => lines.at(-1) }) {
  /** @type {string[]} */
  const lastLines = [];
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        lastLines.push(line);
        if (lastLines.length > 30) lastLines.shift();
        if (isReady(line)) resolve();
      });
    }
    child.once("error", (error) => reject(new LaunchError(`${name} can't be started: ${error.message}`)));
    // `close` and not `exit`: by then the last words have been read.
    child.once("close", (code, signal) => {
      reject(new LaunchError(`${name} can't be started: ${reason(lastLines)?.trim() ?? `it ended with ${signal ?? `code ${code}`}`}`));
    });
  });
}
