"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { Button } from "@/ui/Button";
import { FieldNote, TextField } from "@/ui/Field";
import styles from "./AccountForm.module.css";
import { findAccountProblems, type AccountField, type AccountProblems, type AccountValues } from "./account-form";
import { PasswordField } from "./PasswordField";

/** What came of sending the form: gone on, wrong fields, or a sentence about the whole. */
export type AccountOutcome = { kind: "done" } | { kind: "fields"; problems: AccountProblems } | { kind: "failed"; sentence: string };

type AccountFormProps = { purpose: "sign-in" | "sign-up"; onSubmit: (values: AccountValues) => Promise<AccountOutcome> };

const fieldOrder: readonly AccountField[] = ["name", "email", "password"];

/** The fields of signing in and up. A field is checked when it is left, and again while it is being mended. */
export function AccountForm({ purpose, onSubmit }: AccountFormProps) {
  const t = useTranslations("auth");
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<AccountValues>({ name: "", email: "", password: "" });
  const [left, setLeft] = useState<readonly AccountField[]>([]);
  const [refused, setRefused] = useState<AccountProblems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const problems = { ...refused, ...findAccountProblems(values, purpose) };
  const errorOf = (field: AccountField) => {
    const problem = left.includes(field) ? problems[field] : undefined;
    return problem ? t(`problems.${problem}`) : null;
  };
  const bind = (field: AccountField) => ({
    name: field,
    value: values[field],
    error: errorOf(field),
    onChange: (event: { target: { value: string } }) => {
      setValues((before) => ({ ...before, [field]: event.target.value }));
      setRefused((before) => ({ ...before, [field]: undefined }));
      setFailure(null);
    },
    // An empty field that is passed by is no mistake yet.
    onBlur: () => { if (values[field] !== "") setLeft((before) => [...before, field]); },
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    setLeft(fieldOrder);
    const found = findAccountProblems(values, purpose);
    if (Object.keys(found).length > 0) return focusFirst(found);
    setSending(true);
    const outcome = await onSubmit({ ...values, email: values.email.trim(), name: values.name.trim() });
    if (outcome.kind === "done") return;
    setSending(false);
    if (outcome.kind === "failed") return setFailure(outcome.sentence);
    setRefused(outcome.problems);
    focusFirst(outcome.problems);
  }

  function focusFirst(found: AccountProblems) {
    const field = fieldOrder.find((one) => found[one]);
    form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus();
  }

  const words = purpose === "sign-in" ? "signIn" : "signUp";
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {purpose === "sign-up" ? <TextField label={t("fields.name")} hint={t("fields.nameHint")} autoComplete="name" {...bind("name")} /> : null}
      <TextField label={t("fields.email")} type="email" inputMode="email" autoComplete="username" autoCapitalize="none" spellCheck={false} {...bind("email")} />
      <PasswordField
        label={t("fields.password")}
        hint={purpose === "sign-up" ? t("fields.passwordHint") : undefined}
        autoComplete={purpose === "sign-up" ? "new-password" : "current-password"}
        {...bind("password")}
      />
      <div role="alert">{failure ? <FieldNote error={failure} /> : null}</div>
      <Button type="submit" look="primary" className={styles.submit} aria-disabled={sending}>{t(`${words}.${sending ? "submitting" : "submit"}`)}</Button>
    </form>
  );
}
