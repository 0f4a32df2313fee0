import { useTranslations } from "next-intl";
import { usePercent } from "@/report/use-percent";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { QuestionTypeIcon } from "@/ui/QuestionTypeIcon";
import styles from "./QuizResults.module.css";
import { trendOf, type QuestionOverTime } from "./trend";
import { TrendLine } from "./TrendLine";

/** Each question with its way from the first game that asked it to the last. */
export function QuestionsOverTime({ questions }: { questions: readonly QuestionOverTime[] }) {
  const t = useTranslations("report.overTime");
  return (
    <section aria-labelledby="questions-over-time">
      <h2 id="questions-over-time" className={styles.heading}>{t("questions")}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("columns.question")}</th>
            <th scope="col" className={styles.trend}>{t("columns.trend")}</th>
            <th scope="col" className={styles.number}>{t("columns.first")}</th>
            <th scope="col" className={styles.number}>{t("columns.last")}</th>
            <th scope="col" className={styles.change}>{t("columns.change")}</th>
          </tr>
        </thead>
        <tbody>{questions.map((question) => <QuestionRow key={question.questionId} question={question} />)}</tbody>
      </table>
    </section>
  );
}

function QuestionRow({ question }: { question: QuestionOverTime }) {
  const t = useTranslations("report.overTime");
  const locale = useRegionalLocale();
  const percent = usePercent();
  const trend = trendOf(question);
  if (!trend) return null;
  const { shares, first, last, change } = trend;
  const signed = (change ?? 0).toLocaleString(locale, { signDisplay: "exceptZero" });
  return (
    <tr className={styles.question}>
      <th scope="row"><span><QuestionTypeIcon type={question.type} size={16} />{question.text}</span></th>
      <td className={styles.trend}>
        <TrendLine shares={shares} />
        <span className="visually-hidden">{t("trendName", { count: shares.length, list: shares.map(percent).join(", ") })}</span>
      </td>
      <td className={styles.number}>{percent(first)}</td>
      <td className={`figure ${styles.number}`}>{percent(last)}</td>
      <td className={styles.change} data-way={Math.sign(change ?? 0)}>{change === null ? t("once") : t("points", { count: change, signed })}</td>
    </tr>
  );
}
