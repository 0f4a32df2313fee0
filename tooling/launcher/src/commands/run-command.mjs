import { LaunchError } from "../launch-error.mjs";
import { findNameOf, findParentOf } from "../processes/process-identity.mjs";
import { createProcessGuard } from "../processes/process-guard.mjs";

/**
 * What a command gets: a guard for its children, and the word that it is to stop.
 * @typedef {object} CommandContext
 * @property {import("../processes/process-guard.mjs").ProcessGuard} guard
 * @property {NodeJS.ProcessEnv} env
 * @property {(line: string) => void} say
 * @property {AbortSignal} stopSignal aborted by Ctrl-C, SIGTERM, a closed terminal, and when npm is gone
 */

/**
 * Runs one of the root commands to its end. Whatever that end is, no child is left.
 *
 * @param {(context: CommandContext) => Promise<number>} command returns the exit code
 * @param {{ codeWhenStopped: number }} options
 */
export async function runCommand(command, { codeWhenStopped }) {
  const guard = createProcessGuard();
  const stopping = new AbortController();
  listenForStop(() => {
    // The second time is meant seriously.
    if (stopping.signal.aborted) guard.killAll();
    stopping.abort();
  });
  // A reader that went away, as in `npm start | head`, must not keep the rest from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => stopping.abort());

  const stopped = new Promise((resolve) => stopping.signal.addEventListener("abort", () => resolve(codeWhenStopped)));
  // While everything is being stopped, every child ends, and nobody needs to hear of each.
  const say = (/** @type {string} */ line) => void (stopping.signal.aborted || process.stdout.write(`${line}\n`));
  let code = 1;
  try {
    code = await Promise.race([command({ guard, env: process.env, say, stopSignal: stopping.signal }), stopped]);
  } catch (error) {
    const words = error instanceof LaunchError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${words}\n`);
  }
  stopping.abort();
  await guard.stopAll();
  guard.close();
  process.exit(code);
}

/** @param {() => void} stop */
function listenForStop(stop) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  if (process.env.npm_lifecycle_event === undefined) return;
  // npm killed outright can't pass that on: its script, or the shell that it runs its scripts in, then gets another parent.
  const isUnderShell = /^(sh|dash|bash|ash|zsh)$/.test(findNameOf(process.ppid) ?? "");
  const findNpm = () => (isUnderShell ? findParentOf(process.ppid) : process.ppid);
  const npm = findNpm();
  setInterval(() => findNpm() !== npm && stop(), 500).unref();
}
