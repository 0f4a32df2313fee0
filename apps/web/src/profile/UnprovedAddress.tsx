"use client";

import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { useToast } from "@/ui/Toasts";
import styles from "./ProfilePage.module.css";
import { useAccountWords } from "./use-account-words";

/** Until the address is proved: what to do about it. */
export function UnprovedAddress({ email }: { email: string }) {
  const t = useTranslations("account.address");
  const wordsOf = useAccountWords();
  const showToast = useToast();
  const ask = trpc.account.askForProof.useMutation({
    onSuccess: () => showToast({ text: t("sent", { email }) }),
    onError: (error) => showToast({ text: wordsOf(error), tone: "error" }),
  });
  return (
    <div className={styles.notice} role="note">
      <span>{t("unproved")}</span>
      <Button size="compact" aria-disabled={ask.isPending} onClick={() => { if (!ask.isPending) ask.mutate(); }}>{t("again")}</Button>
    </div>
  );
}
