"use client";

import { signIn } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { AccountForm, type AccountOutcome } from "./AccountForm";
import type { AccountProblems, AccountValues } from "./account-form";

export function SignUpForm({ next }: { next: string }) {
  const t = useTranslations("auth.signUp");
  const locale = useLocale();
  const register = trpc.account.register.useMutation();

  async function submit(values: AccountValues): Promise<AccountOutcome> {
    try {
      await register.mutateAsync({ ...values, locale });
    } catch (error) {
      return refusalOf(error);
    }
    const answer = await signIn("credentials", { email: values.email, password: values.password, redirect: false }).catch(() => undefined);
    window.location.assign(answer?.ok && !answer.error ? next : routes.signInFor(next));
    return { kind: "done" };
  }

  function refusalOf(error: unknown): AccountOutcome {
    const { reason, issues } = failureOf(error);
    if (reason === "EMAIL_TAKEN") return { kind: "fields", problems: { email: "emailTaken" } };
    if (reason === "RATE_LIMITED") return { kind: "failed", sentence: t("tooMany") };
    const problems: AccountProblems = {};
    for (const { path } of issues ?? []) {
      if (path[0] === "email") problems.email = "emailShape";
      if (path[0] === "name") problems.name = "nameLong";
      if (path[0] === "password") problems.password = "passwordShort";
    }
    return Object.keys(problems).length > 0 ? { kind: "fields", problems } : { kind: "failed", sentence: t("failed") };
  }

  return <AccountForm purpose="sign-up" onSubmit={submit} />;
}
