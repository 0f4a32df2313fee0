import { useTranslations } from "next-intl";
import { isOpen, whenParts } from "@/assignments/deadline-words";
import { routes } from "@/routes";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import type { ApiOutput } from "@/trpc/client";
import { LinkButton } from "@/ui/Button";
import styles from "./LearnPage.module.css";

type TakenUp = ApiOutput["learner"]["assignments"][number];

/** What was taken up, the nearest deadline first. */
export function HomeworkPart({ assignments }: { assignments: readonly TakenUp[] }) {
  const t = useTranslations("learn.homework");
  return (
    <section aria-labelledby="homework">
      <h2 id="homework" className={styles.heading}>{t("title")}</h2>
      {assignments.length === 0 ? <p className={styles.none}>{t("none")}</p> : <ul>{assignments.map((one) => <HomeworkRow key={one.assignmentId} homework={one} />)}</ul>}
    </section>
  );
}

function HomeworkRow({ homework }: { homework: TakenUp }) {
  const t = useTranslations("learn.homework");
  const locale = useRegionalLocale();
  const open = isOpen(homework.deadline, useNow(60_000));
  const { title, best, attempts, attemptsAllowed, underWay } = homework;
  const step = underWay ? "underWay" : !open || attempts >= attemptsAllowed ? null : attempts === 0 ? "begin" : "again";
  return (
    <li className={styles.row}>
      <span className={styles.title} lang={homework.language}>{title}</span>
      <span className={styles.facts}>
        <span>{open ? t("until", whenParts(homework.deadline, locale)) : t("closed")}</span>
        <span>{t("attempts", { used: attempts, allowed: attemptsAllowed })}</span>
        {best ? <b>{t("best", { right: best.right, count: homework.questions })}</b> : null}
      </span>
      {step ? <LinkButton size="compact" look={step === "again" ? "secondary" : "primary"} href={routes.take(homework.code)} aria-label={`${t(step)}: ${title}`}>{t(step)}</LinkButton> : null}
    </li>
  );
}
