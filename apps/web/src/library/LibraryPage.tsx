"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AssignDialog } from "@/assignments/AssignDialog";
import { StartGameDialog, type QuizToStart } from "@/games/StartGameDialog";
import { failureOf } from "@/trpc/failures";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { SearchField } from "@/ui/SearchField";
import { Skeleton } from "@/ui/Skeleton";
import styles from "./LibraryPage.module.css";
import { QuizTable } from "./QuizTable";
import { useCreateQuiz } from "./use-create-quiz";
import { useQuizList } from "./use-quiz-list";

/** All quizzes of an author, the last changed first. */
export function LibraryPage() {
  const t = useTranslations("library");
  const [search, setSearch] = useState("");
  const [toAssign, setToAssign] = useState<QuizToStart | null>(null);
  const [toStart, setToStart] = useState<QuizToStart | null>(null);
  const list = useQuizList(search);
  const create = useCreateQuiz();
  const newQuiz = (
    <Button look="primary" icon={<Plus aria-hidden />} onClick={create.run} aria-disabled={create.running}>
      {create.running ? t("creating") : t("new")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("title")}>
        <SearchField label={t("search")} hint={t("searchHint")} onSearch={setSearch} />
        {newQuiz}
      </PageHead>
      <p className="visually-hidden" role="status">{search && list.quizzes ? t("found", { count: list.quizzes.length }) : ""}</p>
      <div className={styles.body}>{renderList()}</div>
      <StartGameDialog quiz={toStart} onClose={() => setToStart(null)} />
      <AssignDialog quiz={toAssign} onClose={() => setToAssign(null)} />
    </>
  );

  function renderList() {
    if (list.error) return renderError(list.error);
    if (!list.quizzes) return <Skeleton words={t("loading")} rows={6} />;
    if (list.quizzes.length === 0 && search) {
      return (
        <EmptyState
          title={t("nothingFound.title", { search })}
          text={t("nothingFound.text")}
          action={<Button onClick={() => setSearch("")}>{t("nothingFound.clear")}</Button>}
        />
      );
    }
    if (list.quizzes.length === 0) return <EmptyState title={t("empty.title")} text={t("empty.text")} action={newQuiz} />;
    return (
      <>
        <QuizTable quizzes={list.quizzes} onStart={setToStart} onAssign={setToAssign} />
        {list.hasMore ? (
          <Button className={styles.more} onClick={list.loadMore} aria-disabled={list.loadingMore}>
            {list.loadingMore ? t("loadingMore") : t("loadMore")}
          </Button>
        ) : null}
      </>
    );
  }

  function renderError(error: unknown) {
    if (failureOf(error).reason === "FORBIDDEN") return <EmptyState title={t("notAuthor.title")} text={t("notAuthor.text")} />;
    return <ErrorState title={t("error.title")} text={t("error.text")} action={<RetryButton onClick={list.retry} />} />;
  }
}

function RetryButton({ onClick }: { onClick: () => void }) {
  const t = useTranslations("common");
  return <Button look="primary" onClick={onClick}>{t("retry")}</Button>;
}
