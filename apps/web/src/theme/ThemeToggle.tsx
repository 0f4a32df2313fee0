"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import { rememberPreference } from "./preference-cookie";
import { parseTheme, themeCookie, themes, type Theme } from "./themes";

function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  rememberPreference(themeCookie, theme);
}

/** Colours as the device has them, light, or dark. */
export function ThemeToggle() {
  const t = useTranslations("common.theme");
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(parseTheme(document.documentElement.dataset.theme)), []);
  return (
    <ChoiceStrip
      label={t("label")}
      value={theme}
      choices={themes.map((value) => ({ value, label: t(value) }))}
      onChange={(next) => { setTheme(next); applyTheme(next); }}
    />
  );
}
