import { writtenWords } from "@quickfire/engine/question-types/dictated-words";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { answerLetter } from "@/ui/answer-letters";
import { AnswerKey } from "@/ui/AnswerKey";
import { choseOption } from "./answer-words";
import styles from "./QuestionDetails.module.css";
import { segmentsOf, type Report, type ReportQuestion, type Segment } from "./report-figures";
import { TellsApart } from "./TellsApart";
import { useReportAnswers } from "./use-report";

/** One question close up: how often each answer was given, and by whom. */
export function QuestionDetails({ gameId, report, question }: { gameId: string; report: Report; question: ReportQuestion }) {
  const t = useTranslations("report.question");
  const types = useTranslations("common.questionTypes");
  return (
    <aside className={styles.details}>
      <p className="micro faint">{t("details", { number: question.round, type: types(question.type) })}</p>
      <h2 className={styles.text}>{question.text}</h2>
      <TellsApart question={question} report={report} />
      <p className={styles.answered}>{t("answered", { answered: question.answered, count: report.participants.length })}</p>
      {question.options ? <OptionCounts gameId={gameId} report={report} question={question} /> : <TextCounts question={question} />}
    </aside>
  );
}

function OptionCounts({ gameId, report, question }: { gameId: string; report: Report; question: ReportQuestion }) {
  const t = useTranslations("report.question");
  const segments = segmentsOf(question);
  const [chosen, setChosen] = useState<string | null>(null);
  const picked = segments.find(({ key }) => key === chosen);
  const answers = useReportAnswers(gameId, report, picked !== undefined);
  const names = new Map(report.participants.map(({ participantId, name }) => [participantId, name]));
  const people = picked ? answers.filter((answer) => answer.questionId === question.questionId && choseOption(answer.answer, picked.key)).map(({ participantId }) => names.get(participantId)) : [];
  return (
    <>
      <ul>
        {segments.map((segment) => (
          <li key={segment.key}>
            <button
              type="button"
              className={styles.option}
              aria-pressed={segment.key === chosen}
              aria-label={t("optionName", { letter: answerLetter(segment.index ?? 0), text: segment.text, count: segment.count, right: segment.right ? "yes" : "no" })}
              title={t("pick", { letter: answerLetter(segment.index ?? 0) })}
              onClick={() => setChosen(segment.key === chosen ? null : segment.key)}
            >
              <AnswerKey index={segment.index ?? 0} />
              <CountBar segment={segment} answered={question.answered} />
              <span className="figure">{segment.count}</span>
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {picked ? (
          <>
            <h3 className={styles.chose}>{t("chose", { letter: answerLetter(picked.index ?? 0), text: picked.text })}</h3>
            {picked.count === 0 ? <p className="faint small">{t("noneChose")}</p> : <p className={styles.people}>{people.map((name, index) => <span key={`${name}-${index + 1}`}>{name}</span>)}</p>}
          </>
        ) : null}
      </div>
    </>
  );
}

function CountBar({ segment, answered }: { segment: Segment; answered: number }) {
  const t = useTranslations("report.question");
  return (
    <span className={styles.bar}>
      <span className={styles.label}>
        {segment.text}
        {segment.right ? <span className={styles.right}><Check aria-hidden />{t("right")}</span> : null}
      </span>
      <span className={styles.track}><i style={{ width: `${answered === 0 ? 0 : (segment.count / answered) * 100}%` }} data-right={segment.right || undefined} /></span>
    </span>
  );
}

/** Gaps, pairs and words, each with how many had it right; where a number lay is told by the texts. */
function PartCounts({ question: { type, accepted = [], tally, answered } }: { question: ReportQuestion }) {
  const t = useTranslations("report.question");
  const counts = Object.values(tally.options ?? {});
  if (counts.length < 2 || type === "numeric") return null;
  const names = type === "match" ? accepted : type === "dictation" ? writtenWords(accepted[0] ?? "") : [];
  return (
    <>
      <h3 className={styles.chose}>{t("parts")}</h3>
      <ul>
        {counts.map((count, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a part is its place
          <li key={index} className={styles.typed}>
            <span className={styles.bar}>
              <span className={styles.label}>{names[index] ?? index + 1}</span>
              <span className={styles.track}><i style={{ width: `${(count / Math.max(1, answered)) * 100}%` }} data-right /></span>
            </span>
            <span className="figure">{count}<span className="visually-hidden"> {t("times", { count })}</span></span>
          </li>
        ))}
      </ul>
    </>
  );
}

function TextCounts({ question }: { question: ReportQuestion }) {
  const t = useTranslations("report.question");
  return (
    <>
      {question.accepted ? <p className={styles.accepted}><Check aria-hidden />{t("accepted", { list: question.accepted.join(" · ") })}</p> : null}
      <PartCounts question={question} />
      {question.tally.texts ? <h3 className={styles.chose}>{t("given")}</h3> : null}
      <ul>
        {(question.tally.texts ?? []).map(({ text, n }) => (
          <li key={text} className={styles.typed}>
            <span className={styles.bar}>
              <span className={styles.label}>{text}</span>
              <span className={styles.track}><i style={{ width: `${(n / Math.max(1, question.answered)) * 100}%` }} /></span>
            </span>
            <span className="figure">{n}<span className="visually-hidden"> {t("times", { count: n })}</span></span>
          </li>
        ))}
      </ul>
    </>
  );
}
