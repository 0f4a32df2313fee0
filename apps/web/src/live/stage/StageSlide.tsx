import type { OpenQuestion } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import { QuestionMedia } from "../parts/QuestionMedia";
import { SlideText } from "../parts/SlideText";
import { plainSlide } from "../parts/slide-text";
import type { LiveGame } from "../store/live-game";
import type { JoinPlace } from "./join-place";
import { StageBar } from "./StageBar";
import { StageFrame } from "./StageFrame";
import styles from "./StageSlide.module.css";

/** A slide as large as its length allows, until the host moves on. */
export function StageSlide({ game, question, join }: { game: LiveGame; question: OpenQuestion; join: JoinPlace }) {
  const t = useTranslations("stage");
  const long = [...question.text].length > 280;
  return (
    <StageFrame bar={<StageBar game={game} where={t("question", { round: game.round, rounds: game.rounds })} join={join} />}>
      <div className={styles.main}>
        <h1 className="visually-hidden" lang={game.language}>{plainSlide(question.text).slice(0, 80)}</h1>
        <SlideText text={question.text} lang={game.language} className={classNames(styles.slide, long && styles.long)} />
        <QuestionMedia media={question.media} className={styles.media} />
      </div>
    </StageFrame>
  );
}
