"use client";

import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { Button } from "@/ui/Button";
import { PlainLink } from "@/ui/PlainLink";
import { PlainPage } from "@/ui/PlainPage";

/** Catches what a page throws. The digest finds the server's log line. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("common");
  return (
    <PlainPage
      title={t("crash.title")}
      text={<>{t("crash.text")} {error.digest ? <span className="faint">{t("crash.reference", { digest: error.digest })}</span> : null}</>}
      actions={<><Button look="primary" onClick={reset}>{t("retry")}</Button><PlainLink href={routes.home}>{t("notFound.home")}</PlainLink></>}
    />
  );
}
