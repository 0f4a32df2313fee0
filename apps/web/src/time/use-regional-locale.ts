import { useLocale } from "next-intl";

/** The interface's language as it is written where this browser lives: "en-GB" puts the day before the month. For what is drawn in the browser only. */
export function useRegionalLocale(): string {
  const locale = useLocale();
  if (typeof navigator === "undefined") return locale;
  return navigator.languages.find((language) => language.split("-")[0] === locale) ?? locale;
}
