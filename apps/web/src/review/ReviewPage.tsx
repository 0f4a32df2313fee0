"use client";

import { getQueryKey } from "@trpc/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { routes } from "@/routes";
import { describePast } from "@/time/instants";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { trpc } from "@/trpc/client";
import { usePages } from "@/trpc/use-pages";
import { Button } from "@/ui/Button";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import type { Flag } from "./flag-types";
import { FlagTags } from "./FlagTags";
import styles from "./ReviewPage.module.css";
import { useEvidenceWords } from "./use-evidence-words";

const statuses = ["open", "confirmed", "cleared"] as const;
type Status = (typeof statuses)[number];

/** What the rules found, for an admin to decide. */
export function ReviewPage() {
  const t = useTranslations("review.list");
  const [status, setStatus] = useState<Status>("open");
  return (
    <>
      <PageHead title={t("title")} note={t("note")}>
        <ChoiceStrip label={t("filter")} value={status} choices={statuses.map((value) => ({ value, label: t(`status.${value}`) }))} onChange={setStatus} />
      </PageHead>
      <div className={styles.body}><FlagList status={status} /></div>
    </>
  );
}

const pageSize = 30;
const refreshMs = 15_000;

function FlagList({ status }: { status: Status }) {
  const t = useTranslations("review.list");
  const common = useTranslations("common");
  const { client } = trpc.useUtils();
  const list = usePages({
    queryKey: getQueryKey(trpc.review.list, { status, limit: pageSize }, "infinite"),
    readPage: (cursor, signal) => client.review.list.query({ status, limit: pageSize, ...(cursor ? { cursor } : {}) }, { signal }),
    refetchInterval: refreshMs,
  });
  if (list.error) return <ErrorState title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={list.retry}>{common("retry")}</Button>} />;
  if (!list.items) return <Skeleton words={t("loading")} rows={5} />;
  if (list.items.length === 0) return <EmptyState title={t(`empty.${status}`)} text={t("emptyText")} />;
  return (
    <>
      <ul>{list.items.map((flag) => <FlagRow key={flag.flagId} flag={flag} />)}</ul>
      {list.hasMore ? <Button className={styles.more} onClick={list.loadMore} aria-disabled={list.loadingMore}>{t("loadMore")}</Button> : null}
    </>
  );
}

function FlagRow({ flag }: { flag: Flag }) {
  const t = useTranslations("review");
  const locale = useRegionalLocale();
  const now = useNow(60_000);
  const words = useEvidenceWords();
  return (
    <li className={styles.row}>
      <GlyphAvatar avatar={flag.avatar} size={34} />
      <div className={styles.what}>
        <div className={styles.name}>
          <Link href={routes.adminFlag(flag.flagId)}>{flag.name ?? t("nobody")}</Link>
          <span className={styles.account}>{flag.userName ?? t("guest")}</span>
        </div>
        <p><b>{t(`rule.${flag.rule}`)}.</b> {words(flag.evidence)}</p>
        <div className={styles.tags}><FlagTags flag={flag} /></div>
      </div>
      <div className={styles.where}>
        <span>{flag.title}</span>
        <time dateTime={flag.foundAt}>{describePast(flag.foundAt, now, locale)}</time>
      </div>
    </li>
  );
}
