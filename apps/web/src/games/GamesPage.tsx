"use client";

import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { EndedGames } from "./EndedGames";
import styles from "./GamesPage.module.css";
import { RunningGames } from "./RunningGames";
import { useGameList } from "./use-game-list";

/** Every game of this host: what is running now, and what was. */
export function GamesPage() {
  const t = useTranslations("games");
  return (
    <>
      <PageHead title={t("title")} />
      <div className={styles.body}><GameLists /></div>
    </>
  );
}

function GameLists() {
  const t = useTranslations("games");
  const common = useTranslations("common");
  const list = useGameList();
  if (list.error) {
    if (failureOf(list.error).reason === "FORBIDDEN") return <EmptyState title={t("empty.title")} />;
    return <ErrorState title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={list.retry}>{common("retry")}</Button>} />;
  }
  if (!list.games) return <Skeleton words={t("loading")} rows={5} />;
  if (list.games.length === 0) {
    return <EmptyState title={t("empty.title")} text={t("empty.text")} action={<LinkButton look="primary" href={routes.library}>{t("empty.toLibrary")}</LinkButton>} />;
  }
  return (
    <>
      <RunningGames games={list.games.filter((game) => game.status === "running")} />
      <EndedGames games={list.games.filter((game) => game.status === "ended")} />
      {list.hasMore ? (
        <Button className={styles.more} onClick={list.loadMore} aria-disabled={list.loadingMore}>
          {list.loadingMore ? t("loadingMore") : t("loadMore")}
        </Button>
      ) : null}
    </>
  );
}
