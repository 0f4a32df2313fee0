"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import styles from "./SignInForm.module.css";

export type Provider = { id: string; name: string };

/** The other doors: each leads to the provider's own page, and from there back to where somebody was going. */
export function ProviderButtons({ providers, next }: { providers: readonly Provider[]; next: string }) {
  const t = useTranslations("auth.signIn");
  return (
    <div className={styles.providers}>
      <p className={styles.by}>{t("by")}</p>
      {providers.map(({ id, name }) => (
        <Button key={id} className={styles.provider} aria-label={t("with", { provider: name })} onClick={() => void signIn(id, { callbackUrl: next })}>{name}</Button>
      ))}
    </div>
  );
}
