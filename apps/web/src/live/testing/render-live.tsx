import { act, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { Provider } from "react-redux";
import { LivePlaying } from "../parts/playing";
import { ShowProvider } from "../player/ShowProvider";
import type { FeedMessage } from "../store/feed-message";
import { feedReceived } from "../store/feed-slice";
import { createLiveStore, type LiveState } from "../store/live-store";
import { InEnglish } from "./in-english";
import { createScriptedNetwork } from "./scripted-network";

/** A part of the page in English, with a game behind it that a test decides. */
export function renderLive(ui: ReactNode, { preloadedState }: { preloadedState?: Partial<LiveState> } = {}) {
  const network = createScriptedNetwork();
  const store = createLiveStore({ api: network.api, now: Date.now, random: () => 0, keepPlayedRounds: () => undefined, keepPendingAnswers: () => undefined, preloadedState });
  const view = render(<InEnglish><Provider store={store}><LivePlaying><ShowProvider gameDefault="full">{ui}</ShowProvider></LivePlaying></Provider></InEnglish>);
  const hear = (...messages: FeedMessage[]) => act(() => {
    for (const message of messages) store.dispatch(feedReceived({ message, receivedAt: Date.now() }));
  });
  return { ...network, store, hear, ...view };
}
