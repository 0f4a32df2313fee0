import { Check, ChevronRight, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { describePast } from "@/time/instants";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import styles from "@/report/PlayersPart.module.css";
import type { Assignment } from "./use-assignment";

type Person = Assignment["people"][number];

/** Everyone who took it up, the best first; a row opens to the answers of the best attempt. */
export function PeopleResults({ assignment }: { assignment: Assignment }) {
  const t = useTranslations("assignments.page");
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("person")}</th>
          <th scope="col" className={styles.number}>{t("right")}</th>
          <th scope="col" className={styles.number}>{t("score")}</th>
          <th scope="col" className={styles.wide}>{t("attempts")}</th>
          <th scope="col" className={styles.wide}>{t("when")}</th>
        </tr>
      </thead>
      <tbody>
        {assignment.people.map((person) => (
          <PersonRows key={person.participantId} person={person} assignment={assignment} open={person.participantId === openId} onToggle={() => setOpenId(person.participantId === openId ? null : person.participantId)} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRows({ person, assignment, open, onToggle }: { person: Person; assignment: Assignment; open: boolean; onToggle: () => void }) {
  const t = useTranslations("assignments.page");
  const format = useFormatter();
  const locale = useRegionalLocale();
  const now = useNow(60_000);
  const { best, name } = person;
  const state = best ? describePast(best.finishedAt, now, locale) : person.underWay ? t("underWay") : t("notBegun");
  return (
    <>
      <tr className={styles.row}>
        <td>
          <button type="button" className={styles.name} aria-expanded={open} aria-label={t("showAnswers", { name })} disabled={!best} onClick={onToggle}>
            <ChevronRight aria-hidden />
            <span>{name}{best && person.underWay ? <small>{t("underWay")}</small> : null}</span>
          </button>
        </td>
        <td className={styles.number}>{best ? `${best.right} / ${assignment.questions}` : ""}</td>
        <td className={styles.number}>{best ? format.number(best.score) : ""}</td>
        <td className={styles.wide}>{person.attempts} / {assignment.settings.attempts}</td>
        <td className={styles.wide}>{state}</td>
      </tr>
      {open && best ? (
        <tr>
          <td colSpan={5} className={styles.opened}>
            <ol className={styles.answers} aria-label={t("answersOf", { name })} lang={assignment.language}>
              {best.answers.map(({ questionId, answer, correct }) => {
                const question = assignment.results.find((one) => one.questionId === questionId);
                return (
                  <li key={questionId}>
                    <span className={styles.rank}>{question?.number}</span>
                    <span className={styles.question}>{question?.text}</span>
                    <span className={styles.answer} data-right={correct ?? undefined}>
                      {correct ? <Check aria-label={t("rightMark")} /> : correct === false ? <X aria-label={t("wrongMark")} /> : null}
                      {answer ?? t("passed")}
                    </span>
                  </li>
                );
              })}
            </ol>
          </td>
        </tr>
      ) : null}
    </>
  );
}
