import { setTimeout as pause } from "node:timers/promises";
import { LaunchError } from "../launch-error.mjs";

/**
 * Resolves when a process of ours says over HTTP that it is ready; rejects, with its own last words, when it ends before,
 * and when it takes too long.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @param {{ name: string, url: string, lastWords: () => string | null, patienceMs?: number }} options
 * @returns {Promise<void>}
 */
export async function untilAnswers(child, { name, url, lastWords, patienceMs = 60_000 }) {
  const ending = listenForEnd(child, lastWords);
  const givesUpAt = Date.now() + patienceMs;
  while (ending.reason === null) {
    if (await answers(url)) return;
    if (Date.now() > givesUpAt) {
      const reason = lastWords();
      child.kill("SIGKILL");
      await ending.ended;
      throw new LaunchError(`${name} can't be started: it was not ready within ${patienceMs / 1_000} s${reason ? ` (${reason})` : ""}`);
    }
    await Promise.race([pause(50), ending.ended]);
  }
  throw new LaunchError(`${name} can't be started: ${ending.reason}`);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {() => string | null} lastWords
 */
function listenForEnd(child, lastWords) {
  /** @type {{ reason: string | null, ended: Promise<void> }} */
  const ending = { reason: null, ended: Promise.resolve() };
  ending.ended = new Promise((resolve) => {
    child.once("error", (error) => {
      ending.reason = error.message;
      resolve();
    });
    // `close` and not `exit`: by then its last words have been read.
    child.once("close", (code, signal) => {
      ending.reason ??= lastWords() ?? `it ended with ${signal ?? `code ${code}`}`;
      resolve();
    });
  });
  return ending;
}

/** @param {string} url */
export async function answers(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: "manual" });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
