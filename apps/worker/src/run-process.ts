import { EnvironmentError } from "./env";

const stopWithinMs = 4_500;

/**
 * Runs a process until it ends by itself or is told to (SIGTERM, SIGINT). What can't be started says why in plain lines on stderr and
 * ends with 1; what hangs while it stops is ended.
 */
export async function runProcess(name: string, run: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const onSignal = () => {
    stop.abort();
    setTimeout(() => process.exit(1), stopWithinMs).unref();
  };
  process.once("SIGTERM", onSignal).once("SIGINT", onSignal);
  try {
    await run(stop.signal);
    // Said aloud, so that nothing that is still open can keep a stopped process alive.
    process.exit(0);
  } catch (error) {
    if (stop.signal.aborted) process.exit(0);
    process.stderr.write(error instanceof EnvironmentError ? `${error.message}\n` : `${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
