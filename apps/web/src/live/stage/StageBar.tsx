import { useTranslations } from "next-intl";
import { showCode } from "../parts/game-code";
import { useLiveSelector } from "../parts/use-live";
import { attemptsUntilGivingUp } from "../store/connection-slice";
import { selectBotCount } from "../store/selectors";
import type { LiveGame } from "../store/live-game";
import type { JoinPlace } from "./join-place";
import styles from "./StageBar.module.css";
import { StagePattern } from "./StagePattern";

/** Always on the wall: what is played, and how late-comers get in. */
export function StageBar({ game, where, join }: { game: LiveGame; where: string; join: JoinPlace }) {
  return (
    <header className={styles.bar}>
      <b className={styles.title} lang={game.language}>{game.title}</b>
      <span className={styles.where}>{where}</span>
      <StageConnection />
      {join.pin === null ? null : (
        <span className={styles.join}>{join.address} <b className="figure">{showCode(join.pin)}</b></span>
      )}
      {join.pattern ? <StagePattern pattern={join.pattern} /> : null}
    </header>
  );
}

/** The wall says it when it has lost touch: what it shows may be old. And that it is a rehearsal, so that nobody takes it for more. */
export function StageConnection() {
  const t = useTranslations("stage.connection");
  const connection = useLiveSelector((state) => state.connection);
  const recovering = useLiveSelector((state) => state.feed.game?.recovering === true);
  const rehearsal = useLiveSelector(selectBotCount) > 0;
  const words = recovering ? t("recovering") : connection.status === "reconnecting" ? t("reconnecting", { attempt: connection.attempt, of: attemptsUntilGivingUp }) : rehearsal ? t("rehearsal") : null;
  return <span role="status" className={styles.connection}>{words}</span>;
}
