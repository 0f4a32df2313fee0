import { useTranslations } from "next-intl";
import type { LiveGame } from "../store/live-game";
import { AnswerCount } from "./AnswerCount";
import { AnswersSoFar } from "./AnswersSoFar";
import styles from "./HostSide.module.css";
import { Roster } from "./Roster";

export function HostSide({ game, onRemove }: { game: LiveGame; onRemove: (participantId: string) => Promise<void> }) {
  const t = useTranslations("host");
  return (
    <aside className={styles.side}>
      <AnswerCount game={game} />
      {game.phase === "question" && game.question && game.question.type !== "slide" ? <AnswersSoFar question={game.question} /> : null}
      <Roster game={game} onRemove={onRemove} />
      <p className={styles.note}>{t("closeNote")}</p>
    </aside>
  );
}
