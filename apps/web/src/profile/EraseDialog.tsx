"use client";

import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { PasswordField } from "@/account/PasswordField";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { FieldNote } from "@/ui/Field";
import styles from "./ProfilePage.module.css";
import { useAccountWords } from "./use-account-words";

/** Asks for the password once more, deletes the account, and leaves. */
export function EraseDialog({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const t = useTranslations("account.ownData");
  const common = useTranslations("common");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState(false);
  const wordsOf = useAccountWords();
  const erase = trpc.ownData.erase.useMutation({ onSuccess: () => signOut({ callbackUrl: routes.home }) });
  const reason = erase.error ? failureOf(erase.error).reason : null;
  const isWrong = missing || reason === "WRONG_PASSWORD";

  function submit(event: FormEvent) {
    event.preventDefault();
    if (erase.isPending || erase.isSuccess) return;
    setMissing(hasPassword && password === "");
    if (!hasPassword) erase.mutate({});
    else if (password !== "") erase.mutate({ password });
  }

  return (
    <Dialog open onOpenChange={(open) => { if (!open) onClose(); }} title={t("eraseTitle")} description={t("eraseSure")}>
      <form className={styles.question} onSubmit={submit} noValidate>
        {hasPassword ? (
          <PasswordField label={t("password")} autoComplete="current-password" maxLength={200} value={password} error={isWrong ? t("wrong") : undefined}
            onChange={(event) => { setPassword(event.target.value); setMissing(false); erase.reset(); }} />
        ) : <p>{t("noPassword")}</p>}
        <div role="alert">{reason !== null && reason !== "WRONG_PASSWORD" ? <FieldNote error={failureWords(reason)} /> : null}</div>
        {reason === "SIGN_IN_AGAIN" ? <div><Button onClick={() => void signOut({ callbackUrl: routes.signInFor(routes.account) })}>{t("signIn")}</Button></div> : null}
        <Dialog.Actions>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" look="danger" aria-disabled={erase.isPending || erase.isSuccess}>{t(erase.isPending || erase.isSuccess ? "erasing" : "submit")}</Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  );

  function failureWords(why: string): string {
    switch (why) {
      case "SIGN_IN_AGAIN":
        return t("signInAgain");
      case "UNDER_WAY":
        return t("running");
      case "OWN_ACCESS":
        return t("admin");
      default:
        return wordsOf(erase.error);
    }
  }
}
