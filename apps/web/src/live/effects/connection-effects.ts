import { isAnyOf } from "@reduxjs/toolkit";
import { formatEventPosition } from "../store/event-position";
import { answerMissed, connectionChanged, type ConnectionRefusal, connectRequested, disconnectRequested, restorationShown, retryRequested } from "../store/connection-slice";
import { feedReceived } from "../store/feed-slice";
import type { LiveListenerApi, StartLiveListening } from "../store/live-store";
import { pollWhileBlocked } from "./polling";
import { nextStep, type Outcome } from "./reconnecting";

const restorationShownMs = 2_000;
const missedShownMs = 8_000;
/** So many sockets that never opened, while HTTP works, mean that something on the way blocks them. */
const triesUntilPolling = 2;
const busyCode = 1013;

/** The life of the connection: one socket after the other, until the game or the player ends it. */
export function connectionEffects(start: StartLiveListening): void {
  start({
    matcher: isAnyOf(connectRequested, disconnectRequested),
    effect: async (action, listener) => {
      listener.cancelActiveListeners();
      if (connectRequested.match(action)) await stayConnected(listener);
    },
  });

  start({
    matcher: isAnyOf(connectionChanged, answerMissed),
    effect: async (action, listener) => {
      const connection = listener.getState().connection;
      if (connection.status !== "live" || !connection.restored) return;
      listener.cancelActiveListeners();
      await listener.delay(answerMissed.match(action) ? missedShownMs : restorationShownMs);
      listener.dispatch(restorationShown());
    },
  });
}

async function stayConnected(listener: LiveListenerApi): Promise<void> {
  const { now, random } = listener.extra;
  let failures = 0;
  let neverOpened = 0;
  let lostAt: number | null = null;
  let resume = true;
  const polling = pollWhileBlocked(listener);
  listener.dispatch(connectionChanged({ status: "connecting", since: now() }));

  for (;;) {
    const outcome = await connectOnce(listener, {
      resume,
      onStarted: () => {
        polling.stop();
        resume = true;
        listener.dispatch(connectionChanged({ status: "live", restored: lostAt !== null }));
        failures = 0;
        neverOpened = 0;
        lostAt = null;
      },
    });
    // Nothing comes after the end of a game, so nobody waits for it.
    if (listener.getState().feed.game?.phase === "ended") {
      listener.dispatch(connectionChanged({ status: "over" }));
      return;
    }
    failures += 1;
    lostAt ??= now();
    if (outcome.kind === "ended") neverOpened = outcome.end.started || outcome.end.code === busyCode ? 0 : neverOpened + 1;

    const step = nextStep(outcome, { failures, random });
    if (step.do === "retry" && (polling.isWorking() || (neverOpened >= triesUntilPolling && (await polling.start())))) {
      failures = 0;
      await listener.take(retryRequested.match, probeDelayMs(neverOpened));
      continue;
    }
    polling.stop();
    if (step.do === "retry") {
      listener.dispatch(connectionChanged({ status: "reconnecting", attempt: step.attempt, lostAt, nextTryAt: now() + step.delayMs }));
      await listener.take(retryRequested.match, step.delayMs);
      continue;
    }

    if (step.do === "give-up") listener.dispatch(connectionChanged({ status: "gave-up", lostAt, gaveUpAt: now() }));
    else if (step.because === "refused") await standRefused(listener, step.reason);
    else listener.dispatch(connectionChanged({ status: step.because }));
    await listener.take(retryRequested.match);
    // Another tab or device may have played meanwhile, and what it answered is in no event: only a snapshot tells.
    resume = false;
    failures = 0;
    neverOpened = 0;
    lostAt = now();
    listener.dispatch(connectionChanged({ status: "connecting", since: now() }));
  }
}

/** A game that is over opens no sockets any more, but for a while it can still be looked at. */
async function standRefused(listener: LiveListenerApi, reason: ConnectionRefusal): Promise<void> {
  if (reason === "ENDED") {
    const state = await listener.pause(listener.extra.api.fetchSnapshot());
    if (state.ok) listener.dispatch(feedReceived({ message: { type: "snapshot", id: state.value.id, payload: state.value.snapshot }, receivedAt: listener.extra.now() }));
  }
  listener.dispatch(connectionChanged({ status: "refused", reason }));
}

/** While polling works, a socket is tried again ever more seldom. */
const probeDelayMs = (neverOpened: number): number => Math.min(60_000, 1_250 * 2 ** neverOpened);

async function connectOnce(listener: LiveListenerApi, { resume, onStarted }: { resume: boolean; onStarted: () => void }): Promise<Outcome> {
  const { api, line, now } = listener.extra;
  const token = await listener.pause(api.fetchToken());
  if (!token.ok) return { kind: "no-token", failure: token.error };

  const { position } = listener.getState().feed;
  const socket = api.openSocket({
    token: token.value,
    lastEventId: resume && position ? formatEventPosition(position) : null,
    onStarted: () => {
      line.socket = socket;
      onStarted();
    },
    onMessage: (message) => listener.dispatch(feedReceived({ message, receivedAt: now() })),
  });
  try {
    return { kind: "ended", end: await listener.pause(socket.ended) };
  } finally {
    if (line.socket === socket) line.socket = null;
    socket.close();
  }
}
