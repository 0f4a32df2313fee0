"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { z } from "zod";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button } from "@/ui/Button";
import { CopyField } from "@/ui/CopyField";
import { TextField } from "@/ui/Field";
import styles from "./CoHostsDialog.module.css";

/** Invites by e-mail, or makes a link to be passed on. */
export function InviteCoHost({ gameId }: { gameId: string }) {
  const t = useTranslations("games.together");
  const [email, setEmail] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const onError = (error: unknown) => setProblem(t(failureOf(error).reason === "RATE_LIMITED" ? "tooMany" : "failed"));
  const byMail = trpc.coHost.invite.useMutation({ onError, onSuccess: (_, asked) => { setSentTo(asked.email ?? null); setEmail(""); } });
  const byLink = trpc.coHost.invite.useMutation({ onError });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (byMail.isPending) return;
    const to = email.trim();
    const fits = z.email().safeParse(to).success;
    setProblem(fits ? null : t("emailShape"));
    setSentTo(null);
    if (fits) byMail.mutate({ gameId, email: to });
  }

  return (
    <>
      <form onSubmit={submit} noValidate>
        <div className={styles.mail}>
          <TextField label={t("email")} hint={t("emailHint")} error={problem} type="email" inputMode="email" autoComplete="off" autoCapitalize="none" value={email} onChange={(event) => { setEmail(event.target.value); setProblem(null); }} />
          <Button type="submit" aria-disabled={byMail.isPending}>{t("invite")}</Button>
        </div>
        <p role="status">{sentTo ? t("sent", { email: sentTo }) : null}</p>
      </form>
      <div className={styles.link}>
        {byLink.data?.link ? (
          <CopyField label={t("linkLabel")} hint={t("linkHint")} value={byLink.data.link} copy={t("copy")} copied={t("copied")} />
        ) : (
          <>
            <span className="faint">{t("link")}</span>
            <Button aria-disabled={byLink.isPending} onClick={() => { if (!byLink.isPending) byLink.mutate({ gameId }); }}>{t("makeLink")}</Button>
          </>
        )}
      </div>
    </>
  );
}
