"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { PasswordField } from "@/account/PasswordField";
import { trpc } from "@/trpc/client";
import { failureOf, issueAt } from "@/trpc/failures";
import { Button } from "@/ui/Button";
import { useToast } from "@/ui/Toasts";
import type { OwnAccount } from "./ProfilePage";
import styles from "./ProfilePage.module.css";
import { useAccountWords } from "./use-account-words";

const shortest = 8;
const nothing = { current: "", next: "" };

/** Changing the password, or having one at all. */
export function PasswordForm({ account }: { account: OwnAccount }) {
  const t = useTranslations("account.password");
  return (
    <section className={styles.part} aria-labelledby="password">
      <h2 id="password">{t("title")}</h2>
      <p className={styles.text}>{t(account.hasPassword ? "text" : "none")}</p>
      {account.hasPassword ? <ChangePassword email={account.email} /> : <AskForPassword email={account.email} />}
    </section>
  );
}

function ChangePassword({ email }: { email: string }) {
  const t = useTranslations("account.password");
  const utils = trpc.useUtils();
  const showToast = useToast();
  const wordsOf = useAccountWords();
  const [values, setValues] = useState(nothing);
  const [problems, setProblems] = useState<{ current?: string; next?: string }>({});
  const change = trpc.account.changePassword.useMutation({
    onSuccess: async () => {
      setValues(nothing);
      showToast({ text: t("saved") });
      await utils.session.list.invalidate();
    },
    onError: (error) => {
      const failure = failureOf(error);
      if (issueAt(failure, "current") !== undefined) setProblems({ current: t("wrong") });
      else showToast({ text: wordsOf(error), tone: "error" });
    },
  });
  const bind = (field: keyof typeof nothing) => ({
    value: values[field],
    error: problems[field],
    onChange: (event: { target: { value: string } }) => {
      setValues((before) => ({ ...before, [field]: event.target.value }));
      setProblems((before) => ({ ...before, [field]: undefined }));
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (change.isPending) return;
    const found = { ...(values.current === "" ? { current: t("wrong") } : {}), ...(values.next.length < shortest ? { next: t("short") } : {}) };
    setProblems(found);
    if (Object.keys(found).length === 0) change.mutate(values);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {/* For password managers, which keep passwords by the name that belongs to them. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label={t("current")} autoComplete="current-password" {...bind("current")} />
      <PasswordField label={t("next")} hint={t("nextHint")} autoComplete="new-password" maxLength={200} {...bind("next")} />
      <div><Button type="submit" aria-disabled={change.isPending}>{t(change.isPending ? "saving" : "save")}</Button></div>
    </form>
  );
}

function AskForPassword({ email }: { email: string }) {
  const t = useTranslations("account.password");
  const showToast = useToast();
  const wordsOf = useAccountWords();
  const ask = trpc.account.askForPassword.useMutation({
    onSuccess: () => showToast({ text: t("asked", { email }) }),
    onError: (error) => showToast({ text: wordsOf(error), tone: "error" }),
  });
  return <div><Button aria-disabled={ask.isPending} onClick={() => { if (!ask.isPending) ask.mutate({ email }); }}>{t("ask")}</Button></div>;
}
