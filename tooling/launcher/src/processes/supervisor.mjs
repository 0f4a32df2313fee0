import { once } from "node:events";
import { createBackoff } from "./backoff.mjs";

/**
 * @typedef {object} SuperviseOptions
 * @property {string} name
 * @property {() => import("./until-ready.mjs").StartedChild | Promise<import("./until-ready.mjs").StartedChild>} start
 * @property {(line: string) => void} say
 * @property {ReturnType<typeof createBackoff>} [backoff]
 * @property {() => number} [now]
 */

/**
 * A child that is kept running.
 * @typedef {object} Supervised
 * @property {Promise<void>} ready its first readiness; fails with the child's own reason where it can't start
 * @property {() => void} letGo From now on its end is meant, and it is not started again.
 */

/**
 * Starts a child, and again whenever it ends. One that ends twice before it was ever ready can't start, and is given up.
 *
 * @param {SuperviseOptions} options
 * @returns {Supervised}
 */
export function supervise({ name, start, say, backoff = createBackoff(), now = Date.now }) {
  let isLetGo = false;
  /** @type {() => void} */
  let stopWaiting = () => {};

  async function startOnce() {
    const { child, ready } = await start();
    const ended = once(child, "exit").catch(() => [null, null]);
    await ready;
    return { ended, readyAt: now() };
  }

  async function startForTheFirstTime() {
    try {
      return await startOnce();
    } catch {
      if (isLetGo) throw new Error(`${name} was stopped`);
      // Once more, in case something else was still letting go of a port or a file.
      await pauseFor(backoff.next(0));
      return startOnce();
    }
  }

  /** @param {Awaited<ReturnType<typeof startOnce>>} running */
  async function keepRunning(running) {
    for (;;) {
      const [code, signal] = await running.ended;
      if (isLetGo) return;
      running = await startUntilReady(signal ?? `code ${code}`, now() - running.readyAt);
    }
  }

  /**
   * @param {string} how it ended
   * @param {number} healthyMs
   */
  async function startUntilReady(how, healthyMs) {
    for (;;) {
      const waitMs = backoff.next(healthyMs);
      say(`${name} ended (${how}): starting it again in ${waitMs} ms`);
      await pauseFor(waitMs);
      if (isLetGo) return { ended: Promise.resolve([null, null]), readyAt: now() };
      try {
        const running = await startOnce();
        say(`${name} is up again`);
        return running;
      } catch (error) {
        how = error instanceof Error ? error.message : String(error);
        healthyMs = 0;
      }
    }
  }

  /** @param {number} ms */
  function pauseFor(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      stopWaiting = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }

  const first = startForTheFirstTime();
  first.then(keepRunning, () => {});
  return {
    ready: first.then(() => {}),
    letGo() {
      isLetGo = true;
      stopWaiting();
    },
  };
}
