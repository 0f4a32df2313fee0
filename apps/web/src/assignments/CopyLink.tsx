"use client";

import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { CopyField } from "@/ui/CopyField";

/** The link to send to a class. */
export function CopyLink({ code }: { code: string }) {
  const t = useTranslations("assignments.link");
  return <CopyField label={t("label")} value={`${window.location.origin}${routes.take(code)}`} copy={t("copy")} copied={t("copied")} />;
}
