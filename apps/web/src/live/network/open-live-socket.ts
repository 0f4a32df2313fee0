import type { LiveRouter } from "@quickfire/api";
import { createTRPCClient, createWSClient, type TRPCLink, wsLink } from "@trpc/client";
import type { FeedMessage } from "../store/feed-message";
import type { Audience, LiveApi, LiveSocket, SocketEnd } from "./live-api.types";

const pingEveryMs = 15_000;
const pongWithinMs = 8_000;
const startsWithinMs = 10_000;
const closesWithinMs = 500;

/**
 * One tRPC connection. The stock client would reconnect by itself, but only the store knows how often that was tried, what
 * the page shows meanwhile, and when to stop: so a connection ends with its first break, and the next one is a new one.
 */
export function openLiveSocket(audience: Audience, { token, lastEventId, onStarted, onMessage }: Parameters<LiveApi["openSocket"]>[0]): LiveSocket {
  let started = false;
  let settle: (end: SocketEnd) => void = () => undefined;
  const ended = new Promise<SocketEnd>((resolve) => {
    settle = resolve;
  });

  const client = createWSClient({
    url: token.url,
    connectionParams: { token: token.token },
    // Above zero, so that `finish` comes before the stock client's own next try.
    retryDelayMs: () => 1_000,
    keepAlive: { enabled: true, intervalMs: pingEveryMs, pongTimeoutMs: pongWithinMs },
    onClose: (cause) => finish(closeCodeOf(cause?.code)),
  });
  const api = createTRPCClient<LiveRouter>({ links: [wsLink({ client }) as TRPCLink<LiveRouter>] });
  const feed = audience === "participant" ? api.live.events : api.host.events;
  const subscription = feed.subscribe(
    { lastEventId: lastEventId ?? undefined },
    {
      onStarted: () => {
        clearTimeout(startTimer);
        started = true;
        onStarted();
      },
      onData: ({ id, data }) => onMessage({ ...data, id } as FeedMessage),
      onError: () => finishSoon(),
      onComplete: () => finishSoon(),
    },
  );
  // A server that asks its clients to go elsewhere, and every break, show here as "connecting" with an error.
  const state = client.connectionState.subscribe({
    next: ({ state, error }) => {
      if (state === "connecting" && error) finish(null);
    },
  });
  const startTimer = setTimeout(() => finish(null), startsWithinMs);
  let closeTimer: ReturnType<typeof setTimeout> | undefined;

  /** A subscription that ends is mostly followed by a close, whose code says why. */
  function finishSoon(): void {
    closeTimer ??= setTimeout(() => finish(null), closesWithinMs);
  }

  function finish(code: number | null): void {
    clearTimeout(startTimer);
    clearTimeout(closeTimer);
    settle({ started, code });
    state.unsubscribe();
    subscription.unsubscribe();
    void client.close();
  }

  return {
    ended,
    submitAnswer: (submission) => api.live.answer.mutate(submission),
    exchangeHeartbeat: async (sentAt) => Date.parse((await api.live.heartbeat.query({ sentAt })).serverTime),
    close: () => finish(null),
  };
}

/** 1005 and 1006 are the browser's words for "the network gave no code". */
const closeCodeOf = (code: number | undefined): number | null => (code === undefined || code === 1005 || code === 1006 ? null : code);
