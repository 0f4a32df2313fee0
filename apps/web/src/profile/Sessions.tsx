"use client";

import { useTranslations } from "next-intl";
import { describePast } from "@/time/instants";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { trpc, type ApiOutput } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { useToast } from "@/ui/Toasts";
import styles from "./ProfilePage.module.css";
import { useAccountWords } from "./use-account-words";

type Session = ApiOutput["session"]["list"][number];

/** Every place that is signed in, each to be signed out by itself. */
export function Sessions() {
  const t = useTranslations("account.sessions");
  const sessions = trpc.session.list.useQuery();
  const wordsOf = useAccountWords();
  return (
    <section className={styles.part} aria-labelledby="sessions">
      <h2 id="sessions">{t("title")}</h2>
      <p className={styles.text}>{t("text")}</p>
      {sessions.error && !sessions.data ? <p role="alert">{wordsOf(sessions.error)}</p> : null}
      {sessions.data ? <ul className={styles.rows}>{sessions.data.map((session) => <SessionRow key={session.sessionId} session={session} />)}</ul> : null}
      {sessions.isPending ? <Skeleton words={t("loading")} rows={2} /> : null}
    </section>
  );
}

function SessionRow({ session }: { session: Session }) {
  const t = useTranslations("account.sessions");
  const locale = useRegionalLocale();
  const now = useNow(60_000);
  const utils = trpc.useUtils();
  const showToast = useToast();
  const wordsOf = useAccountWords();
  const device = session.device || t("unknown");
  const since = describePast(session.createdAt, now, locale);
  const revoke = trpc.session.revoke.useMutation({
    onSuccess: () => showToast({ text: t("ended", { device }) }),
    onError: (error) => showToast({ text: wordsOf(error), tone: "error" }),
    onSettled: () => utils.session.list.invalidate(),
  });
  return (
    <li className={styles.row}>
      <div>
        <span className={styles.name}>
          {device}
          {session.kind === "program" ? <Tag>{t("program")}</Tag> : null}
          {session.current ? <Tag tone="ok">{t("current")}</Tag> : null}
        </span>
        <span className={styles.facts}>
          <span>{t("since")}: <time dateTime={session.createdAt}>{since}</time></span>
          <span>{t("seen")}: <time dateTime={session.lastSeenAt}>{describePast(session.lastSeenAt, now, locale)}</time></span>
        </span>
      </div>
      {session.current ? null : (
        <Button size="compact" aria-disabled={revoke.isPending} aria-label={t("endOf", { device, since })} onClick={() => { if (!revoke.isPending) revoke.mutate({ sessionId: session.sessionId }); }}>{t("end")}</Button>
      )}
    </li>
  );
}
