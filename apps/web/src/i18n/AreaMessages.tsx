import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Area, Messages } from "./areas";

/** A whole area, or the parts of one by their names. */
type Parts = { [Name in Area]?: readonly (keyof Messages[Name])[] };
type AreaMessagesProps = { areas: readonly Area[]; /** Of areas too large for a page that has to be light. */ parts?: Parts; children: ReactNode };

/** Hands the messages of some areas to the client components inside; nothing else travels to the browser. */
export async function AreaMessages({ areas, parts = {}, children }: AreaMessagesProps) {
  const messages = await getMessages();
  const whole = areas.map((area) => [area, messages[area]] as const);
  const picked = Object.entries(parts).map(([area, names]) => [area, pick(messages[area as Area], names)] as const);
  return <NextIntlClientProvider messages={Object.fromEntries([...whole, ...picked])}>{children}</NextIntlClientProvider>;
}

const pick = (area: object, names: readonly string[]): object => Object.fromEntries(Object.entries(area).filter(([name]) => names.includes(name)));
