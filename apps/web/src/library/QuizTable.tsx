"use client";

import { questionTypeNames } from "@quickfire/engine/question-types/index";
import { ChartLine, Copy, Ellipsis, Globe, Lock, NotebookPen, Pencil, Play, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { QuizToStart } from "@/games/StartGameDialog";
import { routes } from "@/routes";
import { describePast } from "@/time/instants";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import type { ApiOutput } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { Menu, MenuItem, MenuSeparator } from "@/ui/Menu";
import { QuestionTypeIcon } from "@/ui/QuestionTypeIcon";
import { Tag } from "@/ui/Tag";
import styles from "./QuizTable.module.css";
import { useQuizChanges } from "./use-quiz-changes";

export type QuizSummary = ApiOutput["quiz"]["list"]["items"][number];

type RowActions = { onStart: (quiz: QuizToStart) => void; onAssign: (quiz: QuizToStart) => void };

const columns = ["level", "title", "questions", "games", "changed", "actions"] as const;

/** The only live button is that of the quiz changed last: most likely the one for the next lesson. */
export function QuizTable({ quizzes, onStart, onAssign }: { quizzes: readonly QuizSummary[] } & RowActions) {
  const t = useTranslations("library.columns");
  return (
    <table className={styles.table}>
      {/* The rows speak for themselves to the eye; screen readers get the headings. */}
      <thead>
        <tr>
          {columns.map((column) => <th key={column} scope="col" className={styles[column]}><span className="visually-hidden">{t(column)}</span></th>)}
        </tr>
      </thead>
      <tbody>
        {quizzes.map((quiz, row) => <QuizRow key={quiz.quizId} quiz={quiz} live={row === 0 && quiz.problems === 0} onStart={onStart} onAssign={onAssign} />)}
      </tbody>
    </table>
  );
}

function QuizRow({ quiz, live, onStart, onAssign }: { quiz: QuizSummary; live: boolean } & RowActions) {
  const t = useTranslations("library");
  const locale = useRegionalLocale();
  const now = useNow(60_000);
  const title = quiz.title || t("untitled");
  const chosen = { quizId: quiz.quizId, title, problems: quiz.problems, questions: quiz.questions };
  return (
    <tr className={styles.row}>
      <td className={styles.level}>{quiz.level ? <Tag tone="level">{quiz.level}</Tag> : null}</td>
      <td className={styles.title}>
        <div className={styles.name}>
          <Link href={routes.editQuiz(quiz.quizId)} lang={quiz.language}>{title}</Link>
          {quiz.problems > 0 ? <Tag tone="warn">{t("draft", { count: quiz.problems })}</Tag> : null}
          {quiz.isPublic ? <Tag icon={<Globe aria-hidden />}>{t("isPublic")}</Tag> : null}
        </div>
        {quiz.tags.length > 0 ? <div className={styles.tags} lang={quiz.language}>{quiz.tags.join(", ")}</div> : null}
      </td>
      <td className={styles.questions}><TypeCounts quiz={quiz} /></td>
      <td className={styles.games}>{t("games", { count: quiz.games })}</td>
      <td className={styles.changed}><time dateTime={quiz.updatedAt}>{describePast(quiz.updatedAt, now, locale)}</time></td>
      <td className={styles.actions}>
        <div>
          <Button
            look={live ? "live" : "secondary"}
            size="compact"
            icon={<Play aria-hidden />}
            aria-label={t("startOf", { title })}
            onClick={() => onStart(chosen)}
          >
            {t("start")}
          </Button>
          <RowMenu quiz={quiz} title={title} onAssign={() => onAssign(chosen)} />
        </div>
      </td>
    </tr>
  );
}

function TypeCounts({ quiz }: { quiz: QuizSummary }) {
  const t = useTranslations();
  const counts = questionTypeNames.flatMap((type) => { const count = quiz.types[type] ?? 0; return count > 0 ? [{ type, count }] : []; });
  if (counts.length === 0) return <span className="faint">{t("library.questionCount", { count: quiz.questions })}</span>;
  return (
    <ul className={styles.counts} aria-label={t("library.questionCount", { count: quiz.questions })}>
      {counts.map(({ type, count }) => (
        <li key={type} title={t("library.ofType", { count, type: t(`common.questionTypes.${type}`) })}>
          <QuestionTypeIcon type={type} size={16} />
          {count}
          <span className="visually-hidden">{t(`common.questionTypes.${type}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function RowMenu({ quiz, title, onAssign }: { quiz: QuizSummary; title: string; onAssign: () => void }) {
  const t = useTranslations("library");
  const router = useRouter();
  const { duplicate, remove, setPublic } = useQuizChanges();
  return (
    <Menu trigger={<Button look="quiet" size="compact" iconOnly icon={<Ellipsis aria-hidden />}>{t("moreOf", { title })}</Button>}>
      <MenuItem icon={<Pencil aria-hidden />} onSelect={() => router.push(routes.editQuiz(quiz.quizId))}>{t("edit")}</MenuItem>
      {quiz.problems === 0 && quiz.questions > 0 ? <MenuItem icon={<NotebookPen aria-hidden />} onSelect={onAssign}>{t("assign")}</MenuItem> : null}
      {quiz.games > 0 ? <MenuItem icon={<ChartLine aria-hidden />} onSelect={() => router.push(routes.quizResults(quiz.quizId))}>{t("results")}</MenuItem> : null}
      <MenuItem icon={quiz.isPublic ? <Lock aria-hidden /> : <Globe aria-hidden />} onSelect={() => setPublic(quiz.quizId, title, !quiz.isPublic)}>{quiz.isPublic ? t("makePrivate") : t("makePublic")}</MenuItem>
      <MenuItem icon={<Copy aria-hidden />} onSelect={() => duplicate(quiz.quizId, title)}>{t("duplicate")}</MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={() => remove(quiz.quizId, title)}>{t("delete")}</MenuItem>
    </Menu>
  );
}
