"use client";

import { ChartColumn } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import styles from "./AssignmentsPage.module.css";
import { isOpen, whenParts } from "./deadline-words";
import { type AssignmentItem, useAssignmentList } from "./use-assignment-list";

/** Everything that was handed out, with how many have done it. */
export function AssignmentsPage() {
  const t = useTranslations("assignments");
  return (
    <>
      <PageHead title={t("title")} />
      <div className={styles.body}><AssignmentList /></div>
    </>
  );
}

function AssignmentList() {
  const t = useTranslations("assignments");
  const common = useTranslations("common");
  const list = useAssignmentList();
  if (list.error) {
    if (failureOf(list.error).reason === "FORBIDDEN") return <EmptyState title={t("notAuthor")} />;
    return <ErrorState title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={list.retry}>{common("retry")}</Button>} />;
  }
  if (!list.items) return <Skeleton words={t("loading")} rows={4} />;
  if (list.items.length === 0) return <EmptyState title={t("empty.title")} text={t("empty.text")} action={<LinkButton look="primary" href={routes.library}>{t("empty.toLibrary")}</LinkButton>} />;
  return (
    <>
      <ul>{list.items.map((item) => <AssignmentRow key={item.assignmentId} item={item} />)}</ul>
      {list.hasMore ? <Button className={styles.more} onClick={list.loadMore} aria-disabled={list.loadingMore}>{list.loadingMore ? t("loadingMore") : t("loadMore")}</Button> : null}
    </>
  );
}

function AssignmentRow({ item }: { item: AssignmentItem }) {
  const t = useTranslations("assignments");
  const locale = useRegionalLocale();
  const open = isOpen(item.deadline, useNow(60_000));
  const when = whenParts(item.deadline, locale);
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <Link href={routes.assignment(item.assignmentId)} lang={item.language}>{item.title}</Link>
        {open ? null : <Tag>{t("closed")}</Tag>}
      </span>
      <span className={styles.quiet}>{t("questions", { count: item.questions })}</span>
      <span className={styles.quiet}>{item.participants === 0 ? t("nobody") : t("done", { finished: item.finished, participants: item.participants })}</span>
      <time className={styles.quiet} dateTime={item.deadline}>{open ? t("until", when) : t("closedSince", when)}</time>
      <LinkButton size="compact" icon={<ChartColumn aria-hidden />} href={routes.assignment(item.assignmentId)} aria-label={t("resultsOf", { title: item.title })}>{t("results")}</LinkButton>
    </li>
  );
}
