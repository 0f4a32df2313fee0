import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import styles from "./QuestionBars.module.css";
import { isWeak, rightShare, type ReportQuestion } from "./report-figures";
import { usePercent } from "./use-percent";

/** One bar a question; only what needs a look is orange. The list says the same in words. */
export function QuestionBars({ questions }: { questions: readonly ReportQuestion[] }) {
  const t = useTranslations("report");
  const percent = usePercent();
  return (
    <ol>
      {questions.map((question) => {
        const share = rightShare(question);
        return (
          <li key={question.round} className={styles.row} title={question.text}>
            <span className={styles.number}>{question.round}</span>
            {share === null ? (
              <span className={styles.none}>{question.skipped ? t("skipped") : question.answered > 0 ? t("unscored") : t("noAnswers")}</span>
            ) : (
              <>
                <span className={styles.track}><i style={{ width: `${share * 100}%` }} data-weak={isWeak(question) || undefined} /></span>
                <span className={styles.share}>
                  <span aria-hidden>{percent(share)}</span>
                  <span className="visually-hidden">{t("barName", { number: question.round, percent: percent(share) })}</span>
                </span>
                <span className={styles.flag}>{isWeak(question) ? <Flag aria-hidden /> : null}</span>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
