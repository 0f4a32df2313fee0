import type { OpenQuestion } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import { Fuse } from "../parts/Fuse";
import { QuestionMedia } from "../parts/QuestionMedia";
import { useSecondsLeft } from "../parts/server-time";
import { questionInputOf } from "../question-inputs/registry";
import type { LiveGame } from "../store/live-game";
import { AnsweredStrikes } from "./AnsweredStrikes";
import type { JoinPlace } from "./join-place";
import { StageBar } from "./StageBar";
import { StageFrame } from "./StageFrame";
import styles from "./StageQuestion.module.css";
import { StageQuestionText } from "./StageQuestionText";

const urgentFrom = 5;

/** The question for the last row: text, options, time, and how many have answered. */
export function StageQuestion({ game, question, join }: { game: LiveGame; question: OpenQuestion; join: JoinPlace }) {
  const t = useTranslations("stage");
  const seconds = useSecondsLeft(question.endTime, game.paused) ?? 0;
  const input = questionInputOf(question.type);
  return (
    <StageFrame
      fuse={<Fuse className={styles.fuse} start={question.startTime} end={question.endTime} frozen={game.paused} />}
      bar={<StageBar game={game} where={t("question", { round: game.round, rounds: game.rounds })} join={join} />}
    >
      <div className={styles.main}>
        <div className={styles.asked}>
          <StageQuestionText text={question.text} />
          <QuestionMedia media={input.ownSound ? { ...question.media, audio: undefined } : question.media} className={styles.media} />
          <div className={classNames("figure", styles.seconds, seconds <= urgentFrom && styles.urgent)} role="timer" aria-label={t("secondsLeft", { seconds })}>{seconds}</div>
        </div>
        <input.Shown question={question} />
        <AnsweredStrikes />
      </div>
    </StageFrame>
  );
}
