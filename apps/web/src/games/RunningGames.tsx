"use client";

import { Maximize, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { routes } from "@/routes";
import { Button, LinkButton } from "@/ui/Button";
import { CoHostsDialog } from "./CoHostsDialog";
import styles from "./GamesPage.module.css";
import type { GameItem } from "./game-item";
import { RunningGame, type RunningItem } from "./RunningGame";
import { useMonitoredGames } from "./use-monitored-games";

/** What can be walked into right now, and how each game stands at this moment. */
export function RunningGames({ games }: { games: readonly GameItem[] }) {
  const t = useTranslations("games");
  const monitored = useMonitoredGames();
  const [asked, setAsked] = useState<RunningItem | null>(null);
  const shown: readonly RunningItem[] = monitored ?? games;
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="running-games">
      <h2 id="running-games" className={styles.heading}>{t("running")}</h2>
      <ul>
        {shown.map((game, row) => (
          <RunningGame key={game.gameId} game={game}>
            <Button size="compact" icon={<Users aria-hidden />} aria-label={t("together.openOf", { title: game.title })} onClick={() => setAsked(game)}>{t("together.open")}</Button>
            <LinkButton size="compact" icon={<Maximize aria-hidden />} href={routes.stage(game.gameId)} target="_blank" aria-label={t("stageOf", { title: game.title })}>{t("stage")}</LinkButton>
            <LinkButton look={row === 0 ? "live" : "secondary"} href={routes.host(game.gameId)} aria-label={t("resumeOf", { title: game.title })}>{t("resume")}</LinkButton>
          </RunningGame>
        ))}
      </ul>
      {asked ? <CoHostsDialog game={asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}
