import { useTranslations } from "next-intl";
import { useSecondsLeft } from "../parts/server-time";
import type { LiveGame } from "../store/live-game";
import type { JoinPlace } from "./join-place";
import { StageBar } from "./StageBar";
import styles from "./StageCountdown.module.css";
import { StageFrame } from "./StageFrame";

export function StageCountdown({ game, join, opensAt }: { game: LiveGame; join: JoinPlace; opensAt: string | null }) {
  const t = useTranslations("stage");
  const seconds = useSecondsLeft(opensAt, game.paused);
  const where = t("question", { round: game.round, rounds: game.rounds });
  return (
    <StageFrame bar={<StageBar game={game} where={where} join={join} />}>
      <div className={styles.middle}>
        <p className={styles.where}>{where}</p>
        <div key={seconds} className={styles.plane} role="timer">
          <span className={`figure ${styles.figure}`}>{Math.max(1, seconds ?? 1)}</span>
        </div>
        <p className={styles.note}>{game.skippedRound === null ? null : t("skipped", { round: game.skippedRound })}</p>
      </div>
    </StageFrame>
  );
}
