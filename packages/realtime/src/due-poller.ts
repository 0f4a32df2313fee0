import type { GameId } from "@quickfire/engine";
import type { GameStore } from "./game-store.types";

export type DuePoller = {
  /** Ends once the round that is under way is done. */
  stop: () => Promise<void>;
};

export type DuePollerOptions = {
  store: Pick<GameStore, "now" | "onScheduled" | "due" | "advance" | "publishLeaderboard">;
  /** How long another node's news may take to be seen. */
  pollMs?: number;
  /** Redis is away, or a game could not be moved; the poller goes on. */
  onError?: (error: unknown) => void;
};

/** A game that can't be moved must not turn the poller into a busy loop. */
const shortestPauseMs = 5;
const gamesAtOnce = 32;

/**
 * The clock of all games: looks for those whose time has come, moves them, and publishes boards. Every node runs one; what
 * one has done the others find done.
 */
export function startDuePoller({ store, pollMs = 250, onError }: DuePollerOptions): DuePoller {
  const stopping = new AbortController();
  let nextAt = Infinity;
  let wake: (() => void) | null = null;

  const unsubscribe = store.onScheduled((at) => {
    if (at >= nextAt) return;
    nextAt = at;
    wake?.();
  });

  async function tryEach(games: readonly GameId[], work: (gameId: GameId) => Promise<unknown>): Promise<void> {
    for (let from = 0; from < games.length; from += gamesAtOnce) {
      const outcomes = await Promise.allSettled(games.slice(from, from + gamesAtOnce).map(work));
      for (const outcome of outcomes) if (outcome.status === "rejected") onError?.(outcome.reason);
    }
  }

  async function round(): Promise<void> {
    nextAt = Infinity;
    const due = await store.due();
    nextAt = Math.min(nextAt, due.nextAt ?? Infinity);
    await tryEach(due.advance, store.advance);
    await tryEach(due.publish, store.publishLeaderboard);
  }

  /** Until the next known time, at most `pollMs`; woken where something earlier becomes known. */
  async function pause(): Promise<void> {
    const endsAt = performance.now() + pollMs;
    for (;;) {
      const leftMs = Math.min(endsAt - performance.now(), nextAt - store.now());
      if (stopping.signal.aborted || leftMs <= 0) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      wake = null;
    }
  }

  const shortPause = () => new Promise<void>((resolve) => setTimeout(resolve, shortestPauseMs));

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await round().catch((error: unknown) => onError?.(error));
      await shortPause();
      await pause();
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      unsubscribe();
      wake?.();
      await running;
    },
  };
}
