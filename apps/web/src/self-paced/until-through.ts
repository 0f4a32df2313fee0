import { mayPass } from "@/trpc/failures";

const firstWaitMs = 1_000;
const longestWaitMs = 10_000;

/** Calls until it gets an answer, be it a refusal: a lost network only delays. `onWaiting` hears of each try that came to nothing. */
export async function untilThrough<Value>(call: () => Promise<Value>, { signal, onWaiting }: { signal: AbortSignal; onWaiting: () => void }): Promise<Value> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      return await call();
    } catch (error) {
      if (!mayPass(error) || signal.aborted) throw error;
      onWaiting();
      await patience(waitMs, signal);
      if (signal.aborted) throw error;
    }
  }
}

/** So long, or until the network is back, whichever comes first. */
function patience(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    window.addEventListener("online", done, { once: true });
    signal.addEventListener("abort", done, { once: true });
  });
}
