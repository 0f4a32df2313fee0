"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { FieldNote } from "@/ui/Field";
import styles from "./AccountForm.module.css";
import { PasswordField } from "./PasswordField";
import { forgetLinkToken, useLinkToken } from "./use-link-token";

const shortest = 8;

/** Sets a new password by the link that came by mail. */
export function ResetForm() {
  const t = useTranslations("auth.reset");
  const common = useTranslations("auth");
  const token = useLinkToken("reset");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const set = trpc.account.setPassword.useMutation({ onSuccess: () => forgetLinkToken("reset") });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (set.isPending || !token) return;
    const short = password.length < shortest;
    setProblem(short ? common("problems.passwordShort") : null);
    if (!short) set.mutate({ token, password });
  }

  if (set.isSuccess) {
    return (
      <div role="status" className={styles.form}>
        <h2>{t("doneTitle")}</h2>
        <p>{t("doneText")}</p>
        <LinkButton look="primary" href={routes.signIn}>{common("signIn.title")}</LinkButton>
      </div>
    );
  }
  if (token === "" || (set.error && failureOf(set.error).reason === "LINK_SPENT")) {
    return (
      <div role="alert" className={styles.form}>
        <h2>{t("spentTitle")}</h2>
        <p>{t("spentText")}</p>
        <LinkButton look="primary" href={routes.forgotPassword}>{t("again")}</LinkButton>
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className="secondary">{t("text")}</p>
      <PasswordField label={common("fields.password")} hint={common("fields.passwordHint")} autoComplete="new-password" maxLength={200} value={password} error={problem} onChange={(event) => { setPassword(event.target.value); setProblem(null); }} />
      <div role="alert">{set.error ? <FieldNote error={t("failed")} /> : null}</div>
      <Button type="submit" look="primary" className={styles.submit} aria-disabled={set.isPending}>{t(set.isPending ? "submitting" : "submit")}</Button>
    </form>
  );
}
