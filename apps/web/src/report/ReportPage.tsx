"use client";

import { BadgeCheck, Download } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Tabs } from "radix-ui";
import { useEffect } from "react";
import { routes } from "@/routes";
import { describeDay, describeTime } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { PlainLink } from "@/ui/PlainLink";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { Overview } from "./Overview";
import { PlayersPart } from "./PlayersPart";
import { QuestionsPart } from "./QuestionsPart";
import { RacePart } from "./RacePart";
import type { Report } from "./report-figures";
import { ReportNotice } from "./ReportNotice";
import styles from "./ReportPage.module.css";
import { useReport } from "./use-report";
import { VerifyGame } from "./VerifyGame";

const parts = ["overview", "questions", "players", "race"] as const;
const formats = ["xlsx", "csv"] as const;

/** What a game showed: who took part, what was hard, who answered what. */
export function ReportPage({ gameId }: { gameId: string }) {
  const t = useTranslations("report");
  const common = useTranslations("common");
  const { report, phase, incomplete, error, retry } = useReport(gameId);
  useEffect(() => { if (report) document.title = `${t("pageTitle", { title: report.title })} · Quickfire`; }, [report, t]);

  if (error) {
    const missing = ["NOT_FOUND", "INVALID"].includes(failureOf(error).reason);
    return (
      <div className={styles.body}>
        {missing ? (
          <ErrorState alone title={t("notFound.title")} text={t("notFound.text")} action={<LinkButton look="primary" href={routes.games}>{t("notFound.toGames")}</LinkButton>} />
        ) : (
          <ErrorState alone title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={retry}>{common("retry")}</Button>} />
        )}
      </div>
    );
  }
  if (!report) return <div className={styles.body}><Skeleton alone words={t("loading")} rows={5} /></div>;

  return (
    <>
      <PageHead title={report.title} note={<PlayedLine report={report} />}>
        {report.verified ? <span title={t("verifiedHint")}><Tag tone="ok" icon={<BadgeCheck aria-hidden />}>{t("verified")}</Tag></span> : null}
        {/* Files, not pages: the browser itself must fetch them. */}
        {formats.map((format) => (
          <PlainLink key={format} icon={<Download aria-hidden />} href={routes.reportFile(gameId, format)} download aria-label={t(`download.${format}`)}>{format.toUpperCase()}</PlainLink>
        ))}
      </PageHead>
      <ReportNotice gameId={gameId} phase={phase} incomplete={incomplete} bots={report.rehearsal ? report.participants.filter(({ bot }) => bot).length : null} />
      {report.participants.length === 0 && phase === "done" ? (
        <div className={styles.body}><EmptyState title={t("noPlayers.title")} text={t("noPlayers.text")} /></div>
      ) : (
        <Tabs.Root defaultValue="overview">
          <Tabs.List className={styles.tabs} aria-label={t("tabs.label")}>
            {parts.map((part) => <Tabs.Trigger key={part} value={part} className={styles.tab}>{t(`tabs.${part}`)}</Tabs.Trigger>)}
          </Tabs.List>
          <Tabs.Content value="overview" className={styles.body}><Overview report={report} />{phase === "running" ? null : <VerifyGame gameId={gameId} />}</Tabs.Content>
          <Tabs.Content value="questions" className={styles.body}><QuestionsPart gameId={gameId} report={report} /></Tabs.Content>
          <Tabs.Content value="players" className={styles.body}><PlayersPart gameId={gameId} report={report} /></Tabs.Content>
          <Tabs.Content value="race" className={styles.body}><RacePart gameId={gameId} running={phase === "running"} /></Tabs.Content>
        </Tabs.Root>
      )}
    </>
  );
}

function PlayedLine({ report }: { report: Report }) {
  const t = useTranslations("report");
  const locale = useRegionalLocale();
  const players = t("players", { count: report.participants.length });
  const overTime = <Link href={routes.quizResults(report.quizId)}>{t("allGames")}</Link>;
  if (!report.startedAt) return <>{players} · {overTime}</>;
  const date = describeDay(report.startedAt, locale);
  const from = describeTime(report.startedAt, locale);
  const played = report.endedAt ? t("played", { date, from, to: describeTime(report.endedAt, locale) }) : t("playedOpen", { date, from });
  return <>{played}, {players} · {overTime}</>;
}
