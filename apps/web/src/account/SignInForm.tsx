"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { AccountForm, type AccountOutcome } from "./AccountForm";
import type { AccountValues } from "./account-form";

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth.signIn");

  async function submit({ email, password }: AccountValues): Promise<AccountOutcome> {
    const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
    if (answer?.ok && !answer.error) {
      // A whole new page, so that nothing of the signed-out one is left.
      window.location.assign(next);
      return { kind: "done" };
    }
    if (answer?.error === "RATE_LIMITED") return { kind: "failed", sentence: t("tooMany") };
    return { kind: "failed", sentence: t(answer?.error === "CredentialsSignin" ? "wrong" : "failed") };
  }

  return <AccountForm purpose="sign-in" onSubmit={submit} />;
}
