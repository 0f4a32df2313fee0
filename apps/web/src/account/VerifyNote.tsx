"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import styles from "./AccountForm.module.css";
import { forgetLinkToken, useLinkToken } from "./use-link-token";

/** Proves the address by the link that came by mail, as soon as the page is open. A program that only fetches the link proves nothing. */
export function VerifyNote() {
  const t = useTranslations("auth.verify");
  const common = useTranslations("common");
  const token = useLinkToken("verify");
  const { mutate, ...prove } = trpc.account.proveAddress.useMutation({ onSuccess: () => forgetLinkToken("verify") });
  const asked = useRef(false);
  useEffect(() => {
    if (!token || asked.current) return;
    asked.current = true;
    mutate({ token });
  }, [token, mutate]);

  const onward = <LinkButton look="primary" href={routes.account}>{t("onward")}</LinkButton>;
  if (prove.isSuccess) return <div role="status" className={styles.form}><h2>{t("doneTitle")}</h2><p>{t("doneText")}</p>{onward}</div>;
  if (token === "" || (prove.error && failureOf(prove.error).reason === "LINK_SPENT")) return <div role="alert" className={styles.form}><h2>{t("spentTitle")}</h2><p>{t("spentText")}</p>{onward}</div>;
  if (prove.error) return <div role="alert" className={styles.form}><h2>{t("failedTitle")}</h2><p>{t("failedText")}</p><Button look="primary" onClick={() => mutate({ token: token ?? "" })}>{common("retry")}</Button></div>;
  return <p role="status">{t("checking")}</p>;
}
