import type { OpenQuestion } from "@quickfire/engine";
import { useTranslations } from "next-intl";

/** The options as they are shown. True and false are words of the interface, and so in its language. */
export function useOptionTexts(question: OpenQuestion | null): string[] {
  const t = useTranslations("common");
  if (!question) return [];
  return question.type === "truefalse" ? [t("true"), t("false")] : question.options;
}
