import { once } from "node:events";
import type { StartedChild } from "@quickfire/launcher/processes/until-ready";

/** A server that a test may stop, kill and start again on the same port and data. */
export type ProcessUnderTest = {
  /** Asks it to end, and waits until it has. */
  stop: () => Promise<void>;
  /** Ends it with SIGKILL, as a crash would, and waits until it is gone. */
  kill: () => Promise<void>;
  /** Freezes it (SIGSTOP), and lets it go on (SIGCONT). */
  freeze: () => void;
  thaw: () => void;
  /** Starts it again after `stop` or `kill`; resolves once it is ready. */
  restart: () => Promise<void>;
};

export async function runUnderTest(start: () => Promise<StartedChild>, stopSignal: NodeJS.Signals): Promise<ProcessUnderTest> {
  let child = await startReady();

  async function startReady() {
    const started = await start();
    await started.ready;
    return started.child;
  }

  async function end(signal: NodeJS.Signals) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  return {
    stop: () => end(stopSignal),
    kill: () => end("SIGKILL"),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    restart: async () => {
      await end(stopSignal);
      child = await startReady();
    },
  };
}
