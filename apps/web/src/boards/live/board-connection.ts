import { type BoardEvent, type BoardScope, readBoardEvent } from "./board-event";
import { createEventReader } from "./event-stream";

/** Opened anew from time to time: a week ends, and with it the board that is followed. */
const longestMs = 30 * 60_000;
const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

export type BoardConnectionParts = {
  /** A token to follow boards with. */
  readToken: () => Promise<string>;
  openStream: (url: string, init: { headers: Record<string, string>; signal: AbortSignal }) => Promise<Response>;
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to, not including, 1. */
  random: () => number;
  onEvent: (event: BoardEvent) => void;
  onConnected: (connected: boolean) => void;
};

/** One connection for all boards that are wanted, however many tabs want them; it comes back by itself. */
export function createBoardConnection(parts: BoardConnectionParts) {
  let wanted: readonly BoardScope[] = [];
  let running = new AbortController();

  async function read(signal: AbortSignal): Promise<void> {
    const token = await parts.readToken();
    const reply = await parts.openStream(`/api/v1/leaderboard/stream?scope=${wanted.join(",")}`, { headers: { authorization: `Bearer ${token}` }, signal });
    if (!reply.ok || !reply.body) throw new Error(`the stream answered ${reply.status}`);
    parts.onConnected(true);
    const take = createEventReader(({ data }) => {
      const event = readBoardEvent(data);
      if (event && !signal.aborted) parts.onEvent(event);
    });
    const decoder = new TextDecoder();
    const reader = reply.body.getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) take(decoder.decode(step.value, { stream: true }));
  }

  async function run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const turn = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
      const startedAt = performance.now();
      await read(turn).catch(() => undefined);
      if (signal.aborted) return;
      parts.onConnected(false);
      failures = performance.now() - startedAt > longestRetryMs ? 0 : failures + 1;
      // Not all at once, when a server that many followed comes back.
      await parts.pause(Math.min(firstRetryMs * 2 ** Math.max(0, failures - 1), longestRetryMs) * (0.5 + parts.random()), signal).catch(() => undefined);
    }
  }

  return {
    want(scopes: readonly BoardScope[]): void {
      if (scopes.join() === wanted.join()) return;
      wanted = [...scopes];
      running.abort();
      running = new AbortController();
      if (wanted.length > 0) void run(running.signal);
    },
  };
}

export type BoardConnection = ReturnType<typeof createBoardConnection>;
