import { setTimeout as pause } from "node:timers/promises";

export type Persistence = {
  /** Ends the trying again, with an AbortError. What is under way is not broken off, and the first attempt is always made. */
  signal: AbortSignal;
  onFailure: (error: unknown, attempt: number) => void;
  /** After at least one failure. */
  onRecovery?: () => void;
  firstDelayMs?: number;
};

const longestDelayMs = 1_000;

/** Does it, again and again with growing pauses, until it succeeds. For what is safe to repeat. */
export async function untilDone<Value>(work: () => Promise<Value>, { signal, onFailure, onRecovery, firstDelayMs = 100 }: Persistence): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const value = await work();
      if (attempt > 1) onRecovery?.();
      return value;
    } catch (error) {
      onFailure(error, attempt);
      await pause(Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs), undefined, { signal });
    }
  }
}
