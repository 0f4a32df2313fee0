"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import { applyTheme, shownTheme } from "./apply-theme";
import { themes, type Theme } from "./themes";

/** Colours as the device has them, light, or dark. */
export function ThemeToggle() {
  const t = useTranslations("common.theme");
  const [theme, setTheme] = useState<Theme>("system");
  // After hydration: the server does not say which radio is checked.
  useEffect(() => setTheme(shownTheme()), []);
  return (
    <ChoiceStrip
      label={t("label")}
      value={theme}
      choices={themes.map((value) => ({ value, label: t(value) }))}
      onChange={(next) => { setTheme(next); applyTheme(next); }}
    />
  );
}
