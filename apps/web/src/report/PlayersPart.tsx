import { Check, ChevronRight, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { describeSeconds } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { Button } from "@/ui/Button";
import { BotGlyph } from "@/ui/BotGlyph";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import { useTeamName } from "@/ui/TeamName";
import { answerWords } from "./answer-words";
import { placeOf } from "./place";
import styles from "./PlayersPart.module.css";
import type { Report, ReportParticipant } from "./report-figures";
import { TeamsTable } from "./TeamsTable";
import { useReportAnswers } from "./use-report";

/** A class at once; a stadium page by page. */
const pageSize = 100;

/** Everyone who played, best first; a row opens to the answers given. */
export function PlayersPart({ gameId, report }: { gameId: string; report: Report }) {
  const t = useTranslations("report.player.columns");
  const games = useTranslations("games");
  const [shown, setShown] = useState(pageSize);
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <>
      {report.teams ? <TeamsTable teams={report.teams} /> : null}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("rank")}</th>
            <th scope="col">{t("name")}</th>
            <th scope="col" className={styles.number}>{t("score")}</th>
            <th scope="col" className={styles.number}>{t("right")}</th>
            <th scope="col" className={styles.wide}>{t("answered")}</th>
            <th scope="col" className={styles.wide}>{t("time")}</th>
          </tr>
        </thead>
        <tbody>
          {report.participants.slice(0, shown).map((participant) => (
            <PlayerRows
              key={participant.participantId}
              gameId={gameId}
              report={report}
              participant={participant}
              open={participant.participantId === openId}
              onToggle={() => setOpenId(participant.participantId === openId ? null : participant.participantId)}
            />
          ))}
        </tbody>
      </table>
      {report.participants.length > shown ? <Button className={styles.more} onClick={() => setShown(shown + pageSize)}>{games("loadMore")}</Button> : null}
    </>
  );
}

type RowsProps = { gameId: string; report: Report; participant: ReportParticipant; open: boolean; onToggle: () => void };

function PlayerRows({ gameId, report, participant, open, onToggle }: RowsProps) {
  const t = useTranslations("report.player");
  const figures = useTranslations("report.figures");
  const teamName = useTeamName();
  const locale = useRegionalLocale();
  const played = report.questions.filter(({ skipped }) => !skipped).length;
  return (
    <>
      <tr className={styles.row}>
        <td className={styles.rank}>{placeOf(participant, report.participants)}</td>
        <td>
          <button type="button" className={styles.name} aria-expanded={open} onClick={onToggle}>
            <ChevronRight aria-hidden />
            {participant.bot ? <BotGlyph size={28} /> : <GlyphAvatar avatar={participant.avatar} size={28} />}
            <span>
              {participant.name}
              {participant.team ? <small>{teamName(participant.team)}</small> : null}
            </span>
          </button>
        </td>
        <td className={styles.number}>
          <span className="figure">{participant.score.toLocaleString(locale)}</span>
          {participant.takenBack ? <small className={styles.takenBack}>{t("takenBack", { points: participant.takenBack.toLocaleString(locale) })}</small> : null}
        </td>
        <td className={styles.number}>{t("rightOf", { right: participant.right, count: played })}</td>
        <td className={styles.wide}>{participant.answered}</td>
        <td className={styles.wide}>{figures("seconds", { seconds: describeSeconds(participant.totalTimeMs, locale) })}</td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={6} className={styles.opened}><PlayerAnswers gameId={gameId} report={report} participant={participant} /></td>
        </tr>
      ) : null}
    </>
  );
}

function PlayerAnswers({ gameId, report, participant }: Pick<RowsProps, "gameId" | "report" | "participant">) {
  const t = useTranslations("report.player");
  const figures = useTranslations("report.figures");
  const locale = useRegionalLocale();
  const answers = useReportAnswers(gameId, report, true);
  const byQuestion = new Map(answers.filter(({ participantId }) => participantId === participant.participantId).map((answer) => [answer.questionId, answer]));
  return (
    <ol className={styles.answers} aria-label={t("answers", { name: participant.name })}>
      {report.questions.map((question) => {
        const answer = byQuestion.get(question.questionId);
        return (
          <li key={question.round}>
            <span className={styles.rank}>{question.round}</span>
            <span className={styles.question}>{question.text}</span>
            <span className={styles.answer} data-right={answer?.right ?? undefined}>
              {answer ? <AnswerSign right={answer.right} /> : null}
              {answer ? answerWords(answer.answer, question) : t("noAnswer")}
            </span>
            <span className={styles.points}>{answer ? answer.points.toLocaleString(locale) : null}</span>
            <span className={styles.points}>{answer ? figures("seconds", { seconds: describeSeconds(answer.timeMs, locale) }) : null}</span>
          </li>
        );
      })}
    </ol>
  );
}

function AnswerSign({ right }: { right: boolean | null }) {
  const t = useTranslations("report.player");
  if (right === null) return <span className="visually-hidden">{t("isUnscored")}: </span>;
  return (
    <>
      {right ? <Check aria-hidden /> : <X aria-hidden />}
      <span className="visually-hidden">{t(right ? "isRight" : "isWrong")}: </span>
    </>
  );
}
