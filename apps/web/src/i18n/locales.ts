/** The folders under `messages/`, put in its place when the product is built (`next.config.ts`). */
declare const INTERFACE_LANGUAGES: string;

/** A language of the interface. A further one is one more folder under `messages/`, and nothing else. */
export type Locale = string;

export const locales: readonly Locale[] = INTERFACE_LANGUAGES.split(",");
export const defaultLocale: Locale = "en";
export const localeCookie = "quickfire.locale";

/** In the language itself, as those who speak it look for it. */
export function localeName(locale: Locale): string {
  const name = new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

export function isLocale(text: string | undefined): text is Locale {
  return locales.some((locale) => locale === text);
}

/** The language of a visitor: the one they chose, else the first of their browser's that we speak, in its region's form or in any. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null, among: readonly Locale[] = locales): Locale {
  const find = (tag: string) => among.find((locale) => locale.toLowerCase() === tag.toLowerCase());
  if (chosen !== undefined && among.includes(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("q="));
      return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
    })
    .sort((one, other) => other.weight - one.weight);
  const spoken = wanted.flatMap(({ tag }) => [tag, tag.split("-")[0] ?? ""]).map(find);
  return spoken.find((locale) => locale !== undefined) ?? defaultLocale;
}
