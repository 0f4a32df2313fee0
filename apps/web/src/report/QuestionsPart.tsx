import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { AssignMissed } from "@/assignments/AssignMissed";
import { describeSeconds } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import { QuestionTypeIcon } from "@/ui/QuestionTypeIcon";
import { DistributionStrip } from "./DistributionStrip";
import { QuestionDetails } from "./QuestionDetails";
import styles from "./QuestionsPart.module.css";
import { commonSlip, hardestFirst, isWeak, rightShare, type Report, type ReportQuestion } from "./report-figures";
import { describeDiscrimination, tellsApart } from "./tells-apart";
import { usePercent } from "./use-percent";

const orders = ["hardestFirst", "asPlayed"] as const;

/** Every question with its distribution, and one of them close up. */
export function QuestionsPart({ gameId, report }: { gameId: string; report: Report }) {
  const t = useTranslations("report.question");
  const [order, setOrder] = useState<(typeof orders)[number]>("hardestFirst");
  const questions = order === "hardestFirst" ? hardestFirst(report.questions) : report.questions;
  const [chosenRound, setChosenRound] = useState(questions[0]?.round);
  const chosen = questions.find(({ round }) => round === chosenRound) ?? questions[0];
  const details = useRef<HTMLDivElement>(null);

  function choose(round: number) {
    setChosenRound(round);
    // On a narrow screen the close-up stands below the list.
    if (window.matchMedia("(max-width: 1060px)").matches) details.current?.scrollIntoView({ block: "start" });
  }

  return (
    <>
      <AssignMissed gameId={gameId} report={report} />
      <div className={styles.order}>
        <ChoiceStrip label={t("order")} value={order} onChange={setOrder} choices={orders.map((value) => ({ value, label: t(value) }))} />
      </div>
      <div className={styles.columns}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col"><span className="visually-hidden">{t("columns.number")}</span></th>
              <th scope="col">{t("columns.question")} <small>{t("columns.tall")}</small></th>
              <th scope="col">{t("columns.right")}</th>
              <th scope="col" className={styles.median}>{t("columns.median")}</th>
              <th scope="col" className={styles.apart}>{t("columns.apart")}</th>
            </tr>
          </thead>
          <tbody>
            {questions.map((question) => (
              <QuestionRow key={question.round} question={question} report={report} chosen={question === chosen} onChoose={() => choose(question.round)} />
            ))}
          </tbody>
        </table>
        <div ref={details} className={styles.details}>
          {chosen ? <QuestionDetails key={chosen.round} gameId={gameId} report={report} question={chosen} /> : null}
        </div>
      </div>
    </>
  );
}

function QuestionRow({ question, report, chosen, onChoose }: { question: ReportQuestion; report: Report; chosen: boolean; onChoose: () => void }) {
  const t = useTranslations("report");
  const locale = useRegionalLocale();
  const percent = usePercent();
  const share = rightShare(question);
  const slip = commonSlip(question);
  const apart = tellsApart(question, report);
  return (
    <tr className={styles.row} data-chosen={chosen || undefined}>
      <td className={styles.number}>{question.round}</td>
      <td>
        <button type="button" className={styles.name} aria-pressed={chosen} onClick={onChoose}>
          <QuestionTypeIcon type={question.type} size={16} />
          <span>{question.text}</span>
        </button>
        {question.skipped ? (
          <span className={styles.slip}>{t("skipped")}</span>
        ) : (
          <span className={styles.strip}>
            <DistributionStrip question={question} players={report.participants.length} />
            {slip ? <span className={styles.slip}>{t("question.commonSlip", { text: slip.text })}</span> : null}
          </span>
        )}
      </td>
      <td className={styles.share} data-weak={isWeak(question) || undefined}>{share === null ? t("figures.none") : percent(share)}</td>
      <td className={styles.median}>{question.medianTimeMs === null ? t("figures.none") : t("figures.seconds", { seconds: describeSeconds(question.medianTimeMs, locale) })}</td>
      <td className={styles.apart} data-weak={apart?.kind === "hardly" || apart?.kind === "reversed" || undefined}>
        {apart === null || apart.value === null ? t("figures.none") : describeDiscrimination(apart.value, locale)}
      </td>
    </tr>
  );
}
