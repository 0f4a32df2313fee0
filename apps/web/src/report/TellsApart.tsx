import { useTranslations } from "next-intl";
import { useRegionalLocale } from "@/time/use-regional-locale";
import styles from "./QuestionDetails.module.css";
import type { Report, ReportQuestion } from "./report-figures";
import { describeDiscrimination, tellsApart } from "./tells-apart";

/** The discrimination of a question in a sentence, so that nobody has to know the word. */
export function TellsApart({ question, report }: { question: ReportQuestion; report: Report }) {
  const t = useTranslations("report.question.apart");
  const locale = useRegionalLocale();
  const apart = tellsApart(question, report);
  if (!apart) return null;
  return (
    <p className={styles.answered}>
      {apart.value === null ? t(apart.kind) : <><b>{t("figure", { value: describeDiscrimination(apart.value, locale) })}</b> {t(apart.kind)}</>}
    </p>
  );
}
