import { rememberPreference } from "./preference-cookie";
import { parseTheme, themeCookie, type Theme } from "./themes";

export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  rememberPreference(themeCookie, theme);
}

/** The theme that the server wrote into the page; on the server itself nobody looks at the answer. */
export function shownTheme(): Theme {
  return typeof document === "undefined" ? "system" : parseTheme(document.documentElement.dataset.theme);
}
