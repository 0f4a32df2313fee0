import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { describeSeconds } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { BestPlayers } from "./BestPlayers";
import styles from "./Overview.module.css";
import { QuestionBars } from "./QuestionBars";
import { commonSlip, figuresOf, hardestFirst, isWeak, rightShare, type Report, type ReportQuestion } from "./report-figures";
import { usePercent } from "./use-percent";

const weakLinesShown = 4;

/** Four figures, the share of right answers per question, and what deserves a second look. */
export function Overview({ report }: { report: Report }) {
  const t = useTranslations("report");
  const weak = hardestFirst(report.questions).filter(isWeak);
  return (
    <>
      <Figures report={report} />
      <div className={styles.columns}>
        <section aria-labelledby="by-question">
          <h2 id="by-question" className={styles.heading}>{t("byQuestion")} <small>{t("byQuestionNote")}</small></h2>
          <QuestionBars questions={report.questions} />
        </section>
        <div>
          {weak.slice(0, weakLinesShown).map((question, index) => <WeakLine key={question.round} question={question} hardest={index === 0} />)}
          <BestPlayers participants={report.participants} />
        </div>
      </div>
    </>
  );
}

function Figures({ report }: { report: Report }) {
  const t = useTranslations("report.figures");
  const locale = useRegionalLocale();
  const percent = usePercent();
  const { players, tookPart, answered, right, medianTimeMs, weak } = figuresOf(report);
  return (
    <dl className={styles.figures}>
      <FigureBox value={`${tookPart} / ${players}`} name={t("took")} note={t("tookNote", { count: players - tookPart })} />
      <FigureBox value={answered === 0 ? t("none") : percent(right / answered)} name={t("right")} note={t("rightNote", { right, answered })} />
      <FigureBox value={medianTimeMs === null ? t("none") : t("seconds", { seconds: describeSeconds(medianTimeMs, locale) })} name={t("median")} note={t("medianNote")} />
      <FigureBox value={weak} name={t("weak")} note={t("weakNote", { count: weak })} flagged={weak > 0} />
    </dl>
  );
}

function FigureBox({ value, name, note, flagged = false }: { value: ReactNode; name: string; note: string; flagged?: boolean }) {
  return (
    <div className={styles.box}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value} data-flagged={flagged || undefined}>{value}</dd>
      <dd className={styles.note}>{note}</dd>
    </div>
  );
}

function WeakLine({ question, hardest }: { question: ReportQuestion; hardest: boolean }) {
  const t = useTranslations("report");
  const percent = usePercent();
  const slip = commonSlip(question);
  const words = { number: question.round, percent: percent(rightShare(question) ?? 0) };
  return (
    <p className={styles.weak}>
      <Flag aria-hidden />
      <span><b>{hardest ? t("hardest", words) : t("weakLine", words)}</b> {slip ? t("slip", { count: slip.count, text: slip.text }) : null}</span>
    </p>
  );
}
