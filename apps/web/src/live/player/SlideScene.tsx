import type { OpenQuestion } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import { QuestionMedia } from "../parts/QuestionMedia";
import type { LiveGame } from "../store/live-game";
import { ConnectionBanner } from "./ConnectionBanner";
import scene from "./scene.module.css";
import { Slide } from "./Slide";
import styles from "./SlideScene.module.css";
import { TopBar } from "./TopBar";

/** Something to be read until the host moves on: no clock, nothing to tap. */
export function SlideScene({ game, question }: { game: LiveGame; question: OpenQuestion }) {
  const t = useTranslations("player");
  return (
    <div className={scene.page}>
      <TopBar game={game} where={t("question", { round: question.round, rounds: question.rounds })} />
      <ConnectionBanner />
      <div className={scene.body}>
        <Slide question={question} />
        <QuestionMedia media={question.media} className={styles.media} />
        <div className={scene.push} />
        <p className={styles.next}>{t("slideNext")}</p>
      </div>
    </div>
  );
}
