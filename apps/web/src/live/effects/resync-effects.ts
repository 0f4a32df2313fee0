import { feedReceived } from "../store/feed-slice";
import type { StartLiveListening } from "../store/live-store";
import { backoffMs, spreadMs } from "./backoff";

const widestSpreadMs = 1_500;

/** Something is missing: a snapshot puts it right. All who miss the same event don't ask in the same instant. */
export function resyncEffects(start: StartLiveListening): void {
  start({
    predicate: (_, state, before) => state.feed.behind && !before.feed.behind,
    effect: async (_, listener) => {
      const { api, now, random } = listener.extra;
      listener.cancelActiveListeners();
      await listener.delay(spreadMs(widestSpreadMs, random));
      for (let attempt = 1; listener.getState().feed.behind; attempt++) {
        const state = await listener.pause(api.fetchSnapshot());
        if (state.ok) {
          const { id, snapshot } = state.value;
          listener.dispatch(feedReceived({ message: { type: "snapshot", id, payload: snapshot }, receivedAt: now() }));
        }
        // An event may have overtaken the snapshot that was asked for.
        if (listener.getState().feed.behind) await listener.delay(backoffMs(attempt, random));
      }
    },
  });
}
