"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { describeDay, describeTime } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { FlagAnswers } from "./FlagAnswers";
import { FlagDecision } from "./FlagDecision";
import { FlagHistory } from "./FlagHistory";
import styles from "./FlagPage.module.css";
import { FlagTags } from "./FlagTags";
import { useEvidenceWords } from "./use-evidence-words";

/** One flag with all that speaks for and against it, and what an admin can do. */
export function FlagPage({ flagId }: { flagId: string }) {
  const t = useTranslations("review");
  const common = useTranslations("common");
  const locale = useRegionalLocale();
  const words = useEvidenceWords();
  const query = trpc.review.byId.useQuery({ flagId });
  const flag = query.data;
  if (!flag) {
    if (!query.error) return <div className={styles.body}><Skeleton alone words={t("flag.loading")} rows={5} /></div>;
    const missing = ["NOT_FOUND", "INVALID"].includes(failureOf(query.error).reason);
    const what = missing ? "notFound" : "error";
    const action = missing ? <LinkButton look="primary" href={routes.adminReview}>{t("flag.back")}</LinkButton> : <Button look="primary" onClick={() => void query.refetch()}>{common("retry")}</Button>;
    return <div className={styles.body}><ErrorState alone title={t(`flag.${what}.title`)} text={t(`flag.${what}.text`)} action={action} /></div>;
  }
  const names = Object.values(flag.names);
  return (
    <>
      <div className={styles.back}><Link href={routes.adminReview}><ArrowLeft aria-hidden />{t("flag.back")}</Link></div>
      <PageHead title={flag.name ?? t("nobody")} note={t("flag.inGame", { title: flag.title ?? "", date: `${describeDay(flag.foundAt, locale)}, ${describeTime(flag.foundAt, locale)}` })}>
        <FlagTags flag={flag} />
      </PageHead>
      <div className={styles.body}>
        <section aria-labelledby="evidence" className={styles.evidence}>
          <h2 id="evidence">{t("flag.evidence")}</h2>
          <p className={styles.words}><b>{t(`rule.${flag.rule}`)}.</b> {words(flag.evidence)}</p>
          {names.length > 0 ? <p className={styles.words}>{t("flag.with", { names: names.join(", ") })}</p> : null}
        </section>
        <aside className={styles.side}>
          <FlagDecision flag={flag} />
          <FlagHistory flag={flag} />
        </aside>
        <div className={styles.more}>
          <FlagAnswers flag={flag} />
          <p><Link href={routes.adminAuditOfGame(flag.gameId)}>{t("flag.seeAudit")}</Link></p>
        </div>
      </div>
    </>
  );
}
