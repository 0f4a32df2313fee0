"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { GamesOverTime } from "./GamesOverTime";
import { QuestionsOverTime } from "./QuestionsOverTime";
import styles from "./QuizResults.module.css";

/** How a quiz goes from game to game: whether a class gets better, and which question stays hard. */
export function QuizResultsPage({ quizId }: { quizId: string }) {
  const t = useTranslations("report.overTime");
  const common = useTranslations("common");
  const { data, error, refetch } = trpc.quiz.results.useQuery({ quizId });
  const title = data ? data.title || t("untitled") : null;
  useEffect(() => { if (title) document.title = `${t("pageTitle", { title })} · Quickfire`; }, [title, t]);

  if (error && !data) {
    const missing = ["NOT_FOUND", "INVALID"].includes(failureOf(error).reason);
    return (
      <div className={styles.body}>
        {missing ? (
          <ErrorState alone title={t("notFound.title")} text={t("notFound.text")} action={<LinkButton look="primary" href={routes.library}>{t("notFound.toLibrary")}</LinkButton>} />
        ) : (
          <ErrorState alone title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={() => void refetch()}>{common("retry")}</Button>} />
        )}
      </div>
    );
  }
  if (!data || title === null) return <div className={styles.body}><Skeleton alone words={t("loading")} rows={6} /></div>;

  return (
    <>
      <PageHead title={t("title", { title })} note={t("note", { count: data.games.length })}>
        {data.isOwner ? <LinkButton icon={<Pencil aria-hidden />} href={routes.editQuiz(quizId)}>{t("edit")}</LinkButton> : null}
      </PageHead>
      <div className={styles.body}>
        {data.games.length === 0 ? (
          <EmptyState title={t("none.title")} text={t("none.text")} />
        ) : (
          <>
            <GamesOverTime games={data.games} />
            <QuestionsOverTime questions={data.questions} />
          </>
        )}
      </div>
    </>
  );
}
