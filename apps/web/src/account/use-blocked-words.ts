import { useLocale, useTranslations } from "next-intl";

/** What somebody is told whose sign-in ended with the word `BLOCKED` and an instant (or none); null for every other word. */
export function useBlockedWords(): (error: string | undefined) => string | null {
  const t = useTranslations("auth.signIn");
  const locale = useLocale();
  return (error) => {
    const until = /^BLOCKED (?<until>.+)$/.exec(error ?? "")?.groups?.until;
    if (until === undefined) return null;
    if (Number.isNaN(Date.parse(until))) return t("blocked");
    return t("blockedUntil", { date: new Date(until).toLocaleString(locale, { dateStyle: "long", timeStyle: "short" }) });
  };
}
