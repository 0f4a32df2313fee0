"use client";

import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { HistoryPart } from "./HistoryPart";
import { HomeworkPart } from "./HomeworkPart";
import styles from "./LearnPage.module.css";
import { MistakesPart } from "./MistakesPart";
import { ProgressPart } from "./ProgressPart";

/** A learner's own page: what is to be done, what is to practise, how it goes, and what was. */
export function LearnPage() {
  const t = useTranslations("learn");
  const common = useTranslations("common");
  const assignments = trpc.learner.assignments.useQuery();
  const mistakes = trpc.learner.mistakes.useQuery();
  const progress = trpc.learner.progress.useQuery();
  const failed = [assignments, mistakes, progress].find(({ error, data }) => error && !data);
  const retry = () => [assignments, mistakes, progress].forEach((query) => void query.refetch());
  return (
    <>
      <PageHead title={t("title")} />
      <div className={styles.body}>
        {failed ? (
          <ErrorState title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={retry}>{common("retry")}</Button>} />
        ) : assignments.data && mistakes.data && progress.data ? (
          <>
            <div className={styles.columns}>
              <HomeworkPart assignments={assignments.data} />
              <MistakesPart mistakes={mistakes.data} />
            </div>
            <ProgressPart progress={progress.data} />
            <HistoryPart />
          </>
        ) : <Skeleton words={t("loading")} rows={5} />}
      </div>
    </>
  );
}
