"use client";

import { Radio, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { routes } from "@/routes";
import { Button, LinkButton } from "@/ui/Button";
import { Tag } from "@/ui/Tag";
import { CoHostsDialog } from "./CoHostsDialog";
import styles from "./GamesPage.module.css";
import { spacedPin } from "./spaced-pin";
import type { GameItem } from "./game-item";

/** What can be walked into right now, with the code and where it stands. */
export function RunningGames({ games }: { games: readonly GameItem[] }) {
  const t = useTranslations("games");
  const [asked, setAsked] = useState<GameItem | null>(null);
  if (games.length === 0) return null;
  return (
    <section aria-labelledby="running-games">
      <h2 id="running-games" className={styles.heading}>{t("running")}</h2>
      <ul>
        {games.map((game, row) => (
          <li key={game.gameId} className={styles.running}>
            <span className={styles.code}>
              <span className="visually-hidden">{t("code")}</span>
              {spacedPin(game.pin)}
            </span>
            <span className={styles.name}>
              <b>{game.title}</b>
              <span className={styles.facts}>
                <Tag tone="live" icon={<Radio aria-hidden />}><PhaseText game={game} /></Tag>
                {game.isOwner ? null : <Tag tone="info">{t("together.tag")}</Tag>}
                <span>{t("players", { count: game.participants })}</span>
              </span>
            </span>
            <Button size="compact" icon={<Users aria-hidden />} aria-label={t("together.openOf", { title: game.title })} onClick={() => setAsked(game)}>{t("together.open")}</Button>
            <LinkButton look={row === 0 ? "live" : "secondary"} href={routes.host(game.gameId)} aria-label={t("resumeOf", { title: game.title })}>{t("resume")}</LinkButton>
          </li>
        ))}
      </ul>
      {asked ? <CoHostsDialog game={asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}

function PhaseText({ game }: { game: GameItem }) {
  const t = useTranslations("games");
  if (game.phase === null) return t("unknownPhase");
  return t(`phases.${game.phase}`, { round: game.round ?? 0, rounds: game.rounds ?? 0 });
}
