import { useTranslations } from "next-intl";
import { useSecondsLeft } from "../parts/server-time";
import type { LiveGame } from "../store/live-game";
import { ConnectionBanner } from "./ConnectionBanner";
import styles from "./CountdownScene.module.css";
import scene from "./scene.module.css";
import { TopBar } from "./TopBar";

/** The seconds before a question, by the server's clock, so that they end for everyone at once. */
export function CountdownScene({ game, opensAt }: { game: LiveGame; opensAt: string | null }) {
  const t = useTranslations("player");
  const seconds = useSecondsLeft(opensAt, game.paused);
  const where = t("question", { round: game.round, rounds: game.rounds });
  return (
    <div className={scene.page}>
      <TopBar game={game} where={where} />
      <ConnectionBanner />
      <div className={styles.stage}>
        <h1 className={styles.where}>{where}</h1>
        <div key={seconds} className={styles.plane} role="timer" aria-label={t("countdown.label", { seconds: seconds ?? 0 })}>
          <span className={`figure ${styles.figure}`}>{Math.max(1, seconds ?? 1)}</span>
        </div>
        <p className={styles.hint}>{game.skippedRound === null ? t("countdown.ready") : t("countdown.skipped", { round: game.skippedRound })}</p>
      </div>
    </div>
  );
}
