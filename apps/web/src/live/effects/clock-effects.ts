import { clockDoubted, clockSampled } from "../store/clock-slice";
import { connectionChanged, lineDoubted, retryRequested } from "../store/connection-slice";
import type { LiveListenerApi, StartLiveListening } from "../store/live-store";

const firstExchanges = 5;
const firstPauseMs = 250;
const laterPauseMs = 20_000;
const longestExchangeMs = 3_000;

/** Learns the server's clock: several exchanges at once when a socket opens, then one now and then. */
export function clockEffects(start: StartLiveListening): void {
  start({
    actionCreator: connectionChanged,
    effect: async ({ payload }, listener) => {
      listener.cancelActiveListeners();
      if (payload.status !== "live") return;
      for (let exchanges = 1; ; exchanges++) {
        await exchangeHeartbeat(listener);
        await listener.delay(exchanges < firstExchanges ? firstPauseMs : laterPauseMs);
      }
    },
  });

  start({
    actionCreator: lineDoubted,
    effect: async (_, listener) => {
      listener.cancelActiveListeners();
      listener.dispatch(clockDoubted());
      const { socket } = listener.extra.line;
      if (socket) {
        if (!(await exchangeHeartbeat(listener))) socket.close();
        return;
      }
      // Another tab that took over is not disturbed by looking at this one.
      const { status } = listener.getState().connection;
      if (status === "reconnecting" || status === "gave-up") listener.dispatch(retryRequested());
    },
  });
}

/** False when no reply came in time: the socket may be open in name only. */
async function exchangeHeartbeat(listener: LiveListenerApi): Promise<boolean> {
  const { line, now } = listener.extra;
  const sentAt = now();
  const reply = line.socket?.exchangeHeartbeat(sentAt).catch(() => null) ?? null;
  const serverTime = await Promise.race([reply, listener.delay(longestExchangeMs).then(() => null)]);
  if (serverTime === null) return false;
  listener.dispatch(clockSampled({ sentAt, receivedAt: now(), serverTime }));
  return true;
}
