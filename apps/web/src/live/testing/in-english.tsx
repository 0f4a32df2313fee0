import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import common from "../../../messages/en/common.json";
import host from "../../../messages/en/host.json";
import player from "../../../messages/en/player.json";
import stage from "../../../messages/en/stage.json";

const messages = { common, player, stage, host };

/** The words of players, hosts and the big screen, as a page's layout gives them to it. */
export function InEnglish({ children }: { children: ReactNode }) {
  return <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">{children}</NextIntlClientProvider>;
}
