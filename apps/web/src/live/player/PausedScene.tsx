import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LiveGame } from "../store/live-game";
import { ConnectionBanner } from "./ConnectionBanner";
import styles from "./PausedScene.module.css";
import scene from "./scene.module.css";
import { TopBar } from "./TopBar";

/** While the host has stopped the clock, the question is out of sight: nobody gains time to think. */
export function PausedScene({ game }: { game: LiveGame }) {
  const t = useTranslations("player");
  return (
    <div className={scene.page}>
      <TopBar game={game} where={t("question", { round: game.round, rounds: game.rounds })} />
      <ConnectionBanner />
      <div className={styles.plane}>
        <Pause aria-hidden />
        <h1 className={styles.title}>{t("paused.title")}</h1>
        <p className={styles.text}>{t("paused.text")}</p>
      </div>
    </div>
  );
}
