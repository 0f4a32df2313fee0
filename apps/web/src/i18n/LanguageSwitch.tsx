"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { rememberPreference } from "@/theme/preference-cookie";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import { localeCookie, localeName, locales } from "./locales";

/** The language of the interface; a quiz keeps its own. */
export function LanguageSwitch() {
  const t = useTranslations("common");
  const router = useRouter();
  return (
    <ChoiceStrip
      label={t("language")}
      value={useLocale()}
      choices={locales.map((value) => ({ value, label: localeName(value), lang: value }))}
      onChange={(next) => { rememberPreference(localeCookie, next); router.refresh(); }}
    />
  );
}
