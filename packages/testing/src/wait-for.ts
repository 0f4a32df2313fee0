import { setTimeout as pause } from "node:timers/promises";
import type { EventEmitter } from "node:events";

type Awaitable<Value> = Value | Promise<Value>;

/**
 * Looks again and again until `condition` gives something other than false, null or undefined, and returns that. For what has
 * no event to wait for; it fails with the `what` that was waited for.
 */
export async function waitFor<Value>(
  condition: () => Awaitable<Value | false | null | undefined>,
  { timeoutMs = 15_000, everyMs = 10, what = "the awaited condition" } = {},
): Promise<Value> {
  const givesUpAt = Date.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value !== false && value !== null && value !== undefined) return value;
    if (Date.now() > givesUpAt) throw new Error(`${what} did not come about within ${timeoutMs} ms`);
    await pause(everyMs);
  }
}

/** The arguments of the next `event` for which `accepts` holds. */
export function waitForEvent<Arguments extends unknown[] = unknown[]>(
  emitter: EventEmitter,
  event: string,
  { timeoutMs = 15_000, accepts = () => true }: { timeoutMs?: number; accepts?: (...args: Arguments) => boolean } = {},
): Promise<Arguments> {
  return new Promise((resolve, reject) => {
    const listen = (...args: unknown[]) => {
      if (!accepts(...(args as Arguments))) return;
      finish();
      resolve(args as Arguments);
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`the event ${event} did not come within ${timeoutMs} ms`));
    }, timeoutMs);
    const finish = () => {
      clearTimeout(timer);
      emitter.off(event, listen);
    };
    emitter.on(event, listen);
  });
}
