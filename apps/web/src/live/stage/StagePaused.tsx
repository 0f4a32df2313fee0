import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LiveGame } from "../store/live-game";
import type { JoinPlace } from "./join-place";
import { StageBar } from "./StageBar";
import { StageFrame } from "./StageFrame";
import styles from "./StagePaused.module.css";

/** While the clock stands still the question is out of sight, as on the phones. */
export function StagePaused({ game, join }: { game: LiveGame; join: JoinPlace }) {
  const t = useTranslations("stage");
  return (
    <StageFrame bar={<StageBar game={game} where={t("question", { round: game.round, rounds: game.rounds })} join={join} />}>
      <div className={styles.middle}>
        <Pause aria-hidden />
        <h1 className={styles.title}>{t("paused.title")}</h1>
        <p className={styles.text}>{t("paused.text")}</p>
      </div>
    </StageFrame>
  );
}
