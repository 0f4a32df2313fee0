import { useFormatter, useTranslations } from "next-intl";
import { useSecondsLeft } from "../parts/server-time";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import styles from "./AnswerCount.module.css";

/** The figure that the host watches: who is here, or who has answered, and how long it still takes. */
export function AnswerCount({ game }: { game: LiveGame }) {
  const t = useTranslations("host");
  const format = useFormatter();
  const progress = useLiveSelector((state) => state.feed.progress);
  const autoStart = game.phase === "lobby" ? game.autoStartAt : null;
  const seconds = useSecondsLeft(autoStart ?? game.phaseEnd, game.paused);
  const isQuestion = game.phase === "question";
  const answered = progress?.answered ?? 0;
  const total = Math.max(answered, progress?.present ?? game.participants);
  return (
    <div className={styles.row}>
      <span className={`figure ${styles.count}`}>{format.number(isQuestion ? answered : game.participants)}</span>
      <span className={styles.words}>{isQuestion ? t("ofAnswered", { total: format.number(total) }) : t("playersIn", { count: game.participants })}</span>
      {seconds === null ? null : <span className={`figure ${styles.seconds}`} role="timer">{t("seconds", { seconds })}</span>}
    </div>
  );
}
