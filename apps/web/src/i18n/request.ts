import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { areas } from "./areas";
import { chooseLocale, localeCookie } from "./locales";

/** The language and the messages of one request. */
export default getRequestConfig(async () => {
  const [chosen, asked] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(chosen.get(localeCookie)?.value, asked.get("accept-language"));
  const entries = await Promise.all(
    areas.map(async (area) => [area, (await import(`../../messages/${locale}/${area}.json`)).default]),
  );
  return { locale, messages: Object.fromEntries(entries), timeZone: "UTC" };
});
