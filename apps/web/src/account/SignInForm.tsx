"use client";

import Link from "next/link";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { AccountForm, type AccountOutcome } from "./AccountForm";
import { routes } from "@/routes";
import type { AccountValues } from "./account-form";
import { type Provider, ProviderButtons } from "./ProviderButtons";
import styles from "./SignInForm.module.css";
import { useBlockedWords } from "./use-blocked-words";

/** `providers`: by which other doors somebody may come in. */
export function SignInForm({ next, providers = [] }: { next: string; providers?: readonly Provider[] }) {
  const t = useTranslations("auth.signIn");
  const blockedWords = useBlockedWords();

  async function submit({ email, password }: AccountValues): Promise<AccountOutcome> {
    const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
    if (answer?.ok && !answer.error) {
      // A whole new page, so that nothing of the signed-out one is left.
      window.location.assign(next);
      return { kind: "done" };
    }
    const blocked = blockedWords(answer?.error ?? undefined);
    if (blocked) return { kind: "failed", sentence: blocked };
    if (answer?.error === "RATE_LIMITED") return { kind: "failed", sentence: t("tooMany") };
    return { kind: "failed", sentence: t(answer?.error === "CredentialsSignin" ? "wrong" : "failed") };
  }

  return (
    <>
      <AccountForm purpose="sign-in" onSubmit={submit} />
      <p className={styles.forgot}><Link href={routes.forgotPassword}>{t("forgot")}</Link></p>
      {providers.length > 0 ? <ProviderButtons providers={providers} next={next} /> : null}
    </>
  );
}
