import { unscoredTypes } from "@quickfire/engine/question-types/question-type-names";
import { useTranslations } from "next-intl";
import { usePercent } from "@/report/use-percent";
import { QuestionTypeIcon } from "@/ui/QuestionTypeIcon";
import styles from "./QuestionResults.module.css";
import type { Assignment } from "./use-assignment";

const weakBelow = 0.6;

/** Each question over everybody's best attempt; what needs a look is orange. */
export function QuestionResults({ questions, language }: { questions: Assignment["results"]; language: string }) {
  const t = useTranslations("assignments.page");
  const percent = usePercent();
  return (
    <ol>
      {questions.map(({ questionId, number, type, text, answered, right }) => {
        const share = answered === 0 || unscoredTypes.has(type) ? null : right / answered;
        return (
          <li key={questionId} className={styles.row}>
            <span className={styles.number}>{number}</span>
            <span className={styles.text} lang={language}><QuestionTypeIcon type={type} size={16} />{text}</span>
            <span className={styles.track} aria-hidden><i style={{ width: `${(share ?? 0) * 100}%` }} data-weak={share !== null && share < weakBelow ? true : undefined} /></span>
            <span className={styles.share}>{share === null ? "–" : percent(share)}</span>
            <span className={styles.answered}>{t("answered", { answered })}</span>
          </li>
        );
      })}
    </ol>
  );
}
