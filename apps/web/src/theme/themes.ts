export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The server reads this cookie and writes `data-theme` into the first byte of the page, so that no wrong colour flashes. */
export const themeCookie = "quickfire.theme";

export function parseTheme(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? "system";
}
