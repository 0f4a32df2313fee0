import { useTranslations } from "next-intl";
import type { LiveGame } from "../store/live-game";
import { AnswerCount } from "./AnswerCount";
import { AnswersSoFar } from "./AnswersSoFar";
import styles from "./HostSide.module.css";
import { type BotActions, Rehearsal } from "./Rehearsal";
import { Roster, type RosterActions } from "./Roster";

export function HostSide({ game, onAddBots, onRemoveBots, ...actions }: { game: LiveGame } & RosterActions & BotActions) {
  const t = useTranslations("host");
  return (
    <aside className={styles.side}>
      <AnswerCount game={game} />
      {game.phase === "question" && game.question && game.question.type !== "slide" ? <AnswersSoFar question={game.question} /> : null}
      <Roster game={game} {...actions} />
      {game.phase === "lobby" ? <Rehearsal onAddBots={onAddBots} onRemoveBots={onRemoveBots} /> : null}
      <p className={styles.note}>{t("closeNote")}</p>
    </aside>
  );
}
