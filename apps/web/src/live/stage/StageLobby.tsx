import { useFormatter, useTranslations } from "next-intl";
import { Logo } from "@/ui/Logo";
import { showCode } from "../parts/game-code";
import { useSecondsLeft } from "../parts/server-time";
import { strong } from "../parts/strong";
import type { LiveGame } from "../store/live-game";
import type { JoinPlace } from "./join-place";
import { PeopleWall } from "./PeopleWall";
import { QrCode } from "./QrCode";
import { StageConnection } from "./StageBar";
import { StageFrame } from "./StageFrame";
import { StagePattern } from "./StagePattern";
import styles from "./StageLobby.module.css";
import { TeamWall } from "./TeamWall";

/** The way in, as large as the wall allows, and everybody who has come. */
export function StageLobby({ game, join }: { game: LiveGame; join: JoinPlace }) {
  const t = useTranslations("stage.lobby");
  const format = useFormatter();
  const seconds = useSecondsLeft(game.autoStartAt);
  return (
    <StageFrame>
      <div className={styles.way}>
        <QrCode url={join.url} label={t("qr")} className={styles.qr} />
        <div className={styles.words}>
          <p className={styles.go}>{t.rich("goTo", { address: join.address, b: strong })}</p>
          <p className={`figure ${styles.code}`} aria-label={t("code")}>{join.pin === null ? "\u2013" : showCode(join.pin)}</p>
        </div>
        <div className={styles.count}>
          <p className={`figure ${styles.number}`}>{format.number(game.participants)}</p>
          <p>{t("playersIn", { count: game.participants })}</p>
        </div>
      </div>
      {join.pattern ? <StagePattern pattern={join.pattern} large /> : null}
      {game.teamSizes ? <TeamWall sizes={game.teamSizes} /> : <PeopleWall />}
      <footer className={styles.foot}>
        <span className={styles.logo}><Logo height={28} /></span>
        <StageConnection />
        <span className={styles.late}>{game.locked ? t("locked") : t("late")}</span>
        <b role="timer" className={seconds === null ? undefined : styles.soon}>{seconds === null ? t("hostStarts") : t("startsIn", { seconds })}</b>
      </footer>
    </StageFrame>
  );
}
