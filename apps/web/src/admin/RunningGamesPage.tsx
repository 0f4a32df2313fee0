"use client";

import { useTranslations } from "next-intl";
import { RunningGame } from "@/games/RunningGame";
import { useAllMonitoredGames } from "@/games/use-monitored-games";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import styles from "./RunningGamesPage.module.css";

/** All games that run here now, by whomever: whether a restart would be in anybody's way, and whether all is well. */
export function RunningGamesPage() {
  const t = useTranslations("admin.games");
  return (
    <>
      <PageHead title={t("title")} />
      <div className={styles.body}><Games /></div>
    </>
  );
}

function Games() {
  const t = useTranslations("admin.games");
  const common = useTranslations("common");
  const { data, error, refetch } = useAllMonitoredGames();
  if (error && !data) return <ErrorState title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={() => void refetch()}>{common("retry")}</Button>} />;
  if (!data) return <Skeleton words={t("loading")} rows={4} />;
  if (data.length === 0) return <EmptyState title={t("none.title")} text={t("none.text")} />;
  const people = data.reduce((sum, { present }) => sum + present, 0);
  return (
    <>
      <p className={styles.sum} role="status">{t("sum", { games: data.length, people })}</p>
      <ul>{data.map((game) => <RunningGame key={game.gameId} game={game} />)}</ul>
    </>
  );
}
