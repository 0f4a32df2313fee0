import { clockSampled } from "../store/clock-slice";
import { connectionChanged, retryRequested } from "../store/connection-slice";
import { feedReceived } from "../store/feed-slice";
import type { LiveListenerApi } from "../store/live-store";

const pollEveryMs = 2_000;
const missesUntilUnreachable = 3;

/** Fetches the state every 2 s where sockets don't get through. The feed can't tell: a snapshot is a snapshot. */
export function pollWhileBlocked(listener: LiveListenerApi) {
  const { api, now, random } = listener.extra;
  let task: { cancel: () => void } | null = null;

  async function fetchOnce(): Promise<boolean> {
    const sentAt = now();
    const state = await api.fetchSnapshot();
    if (!state.ok) return false;
    const { id, snapshot } = state.value;
    const receivedAt = now();
    listener.dispatch(clockSampled({ sentAt, receivedAt, serverTime: Date.parse(snapshot.serverTime) }));
    listener.dispatch(feedReceived({ message: { type: "snapshot", id, payload: snapshot }, receivedAt }));
    return true;
  }

  return {
    isWorking: () => task !== null,
    /** False when HTTP does not get through either. */
    start: async (): Promise<boolean> => {
      if (!(await listener.pause(fetchOnce()))) return false;
      listener.dispatch(connectionChanged({ status: "polling" }));
      const forked = listener.fork(async (fork) => {
        for (let misses = 0; misses < missesUntilUnreachable; ) {
          await fork.delay(pollEveryMs * (0.9 + random() / 5));
          misses = (await fork.pause(fetchOnce())) ? 0 : misses + 1;
        }
      });
      task = forked;
      void forked.result.then(
        ({ status }) => {
          if (task === forked) task = null;
          // HTTP has stopped answering too: the next try is not to wait for its turn.
          if (status === "ok") listener.dispatch(retryRequested());
        },
        // The page was left, and its polling with it.
        () => undefined,
      );
      return true;
    },
    stop: (): void => {
      task?.cancel();
      task = null;
    },
  };
}
