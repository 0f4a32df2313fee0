"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { z } from "zod";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { FieldNote, TextField } from "@/ui/Field";
import styles from "./AccountForm.module.css";

/** Asks for a link to set a new password. What it says is the same for every address. */
export function ForgotForm() {
  const t = useTranslations("auth.forgot");
  const common = useTranslations("auth");
  const [email, setEmail] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const ask = trpc.account.askForPassword.useMutation();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (ask.isPending) return;
    const given = email.trim();
    const found = given === "" ? "emailMissing" : z.email().safeParse(given).success ? null : "emailShape";
    setProblem(found && common(`problems.${found}`));
    if (!found) ask.mutate({ email: given });
  }

  if (ask.isSuccess) {
    return (
      <div role="status" className={styles.form}>
        <h2>{t("sentTitle")}</h2>
        <p>{t("sentText", { email: email.trim() })}</p>
        <LinkButton href={routes.signIn}>{t("back")}</LinkButton>
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className="secondary">{t("text")}</p>
      <TextField label={common("fields.email")} type="email" inputMode="email" autoComplete="username" autoCapitalize="none" spellCheck={false} value={email} error={problem} onChange={(event) => { setEmail(event.target.value); setProblem(null); }} />
      <div role="alert">{ask.error ? <FieldNote error={t(failureOf(ask.error).reason === "RATE_LIMITED" ? "tooMany" : "failed")} /> : null}</div>
      <Button type="submit" look="primary" className={styles.submit} aria-disabled={ask.isPending}>{t(ask.isPending ? "submitting" : "submit")}</Button>
    </form>
  );
}
