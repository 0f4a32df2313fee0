import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { Provider } from "react-redux";
import common from "../../../messages/en/common.json";
import host from "../../../messages/en/host.json";
import player from "../../../messages/en/player.json";
import stage from "../../../messages/en/stage.json";
import { ShowProvider } from "../player/ShowProvider";
import { createLiveStore, type LiveState } from "../store/live-store";
import { createScriptedNetwork } from "./scripted-network";

const messages = { common, player, stage, host };

/** A part of the page in English, with a game behind it that a test decides. */
export function renderLive(ui: ReactNode, { preloadedState }: { preloadedState?: Partial<LiveState> } = {}) {
  const network = createScriptedNetwork();
  const store = createLiveStore({ api: network.api, now: Date.now, random: () => 0, keepPlayedRounds: () => undefined, preloadedState });
  const view = render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <Provider store={store}><ShowProvider gameDefault="full">{ui}</ShowProvider></Provider>
    </NextIntlClientProvider>,
  );
  return { ...network, store, ...view };
}
