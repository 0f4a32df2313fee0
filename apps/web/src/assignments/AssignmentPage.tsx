"use client";

import { CalendarPlus, Lock, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { routes } from "@/routes";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import styles from "./AssignmentPage.module.css";
import { CopyLink } from "./CopyLink";
import { dayLater, isOpen, whenParts } from "./deadline-words";
import { PeopleResults } from "./PeopleResults";
import { QuestionResults } from "./QuestionResults";
import { useAssignment } from "./use-assignment";

/** One homework: its link, its deadline, who has done it and what was hard. */
export function AssignmentPage({ assignmentId }: { assignmentId: string }) {
  const t = useTranslations("assignments");
  const common = useTranslations("common");
  const locale = useRegionalLocale();
  const now = useNow(30_000);
  const { assignment, error, retry, setDeadline, remove } = useAssignment(assignmentId);
  useEffect(() => { if (assignment) document.title = `${assignment.title} · Quickfire`; }, [assignment]);

  if (error) {
    const missing = ["NOT_FOUND", "INVALID"].includes(failureOf(error).reason);
    return (
      <div className={styles.body}>
        {missing ? (
          <ErrorState alone title={t("page.notFound")} text={t("page.notFoundText")} action={<LinkButton look="primary" href={routes.assignments}>{t("page.toList")}</LinkButton>} />
        ) : (
          <ErrorState alone title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={retry}>{common("retry")}</Button>} />
        )}
      </div>
    );
  }
  if (!assignment) return <div className={styles.body}><Skeleton alone words={t("loading")} rows={5} /></div>;

  const open = isOpen(assignment.deadline, now);
  const when = whenParts(assignment.deadline, locale);
  return (
    <>
      <PageHead title={<span lang={assignment.language}>{assignment.title}</span>} note={<>{t("questions", { count: assignment.questions })}, {open ? t("until", when) : t("closedSince", when)}{assignment.gameId ? <>. <Link href={routes.report(assignment.gameId)}>{t("page.fromGame")}</Link></> : null}</>}>
        <Button icon={<CalendarPlus aria-hidden />} onClick={() => setDeadline(dayLater(assignment.deadline, Date.now()))}>{open ? t("page.extend") : t("page.reopen")}</Button>
        {open ? <Button icon={<Lock aria-hidden />} onClick={() => setDeadline(new Date().toISOString())}>{t("page.close")}</Button> : null}
        <Button look="danger" icon={<Trash2 aria-hidden />} onClick={remove}>{t("page.delete")}</Button>
      </PageHead>
      <div className={styles.body}>
        <div className={styles.link}><CopyLink code={assignment.code} /></div>
        <section aria-labelledby="people">
          <h2 id="people" className={styles.heading}>{t("page.people")}</h2>
          {assignment.people.length === 0 ? <p className={styles.none}>{t("page.noneYet")}</p> : <PeopleResults assignment={assignment} />}
        </section>
        <section aria-labelledby="questions">
          <h2 id="questions" className={styles.heading}>{t("page.questions")}</h2>
          <QuestionResults questions={assignment.results} language={assignment.language} />
        </section>
      </div>
    </>
  );
}
