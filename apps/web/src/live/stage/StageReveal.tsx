import type { OpenQuestion } from "@quickfire/engine";
import { unscoredTypes } from "@quickfire/engine/question-types/question-type-names";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import { questionInputOf } from "../question-inputs/registry";
import type { LiveGame, QuestionClosed } from "../store/live-game";
import type { JoinPlace } from "./join-place";
import { StageBar } from "./StageBar";
import { StageFrame } from "./StageFrame";
import styles from "./StageReveal.module.css";

/** What was right, who chose what, and why. */
export function StageReveal({ game, question, closed, join }: { game: LiveGame; question: OpenQuestion; closed: QuestionClosed; join: JoinPlace }) {
  const t = useTranslations("stage");
  const format = useFormatter();
  const input = questionInputOf(question.type);
  const { answered, right } = closed.tally;
  const unscored = unscoredTypes.has(question.type);
  const share = answered === 0 ? null : right / answered;
  return (
    <StageFrame bar={<StageBar game={game} where={t("question", { round: game.round, rounds: game.rounds })} join={join} />}>
      <div className={styles.main}>
        <h1 className={classNames(styles.question, [...question.text].length > 160 && styles.long)} lang={game.language}>{question.text}</h1>
        {game.voided ? <p className={styles.voided} role="status">{t("voided", { round: game.round })}</p> : null}
        <input.Distribution question={question} closed={closed} />
        <div className={styles.foot}>
          <div className={classNames(styles.why, [...(closed.explanation ?? "")].length > 220 && styles.longWhy)}>
            {closed.explanation ? <p className={styles.strike}><b>{t("why")}</b> <span lang={game.language}>{closed.explanation}</span></p> : null}
          </div>
          <div className={styles.share}>
            {unscored ? (
              <p>{t("answeredOnly", { answered: format.number(answered), total: format.number(Math.max(answered, game.participants)) })}</p>
            ) : (
              <>
                <p className={`figure ${styles.percent}`}>{share === null ? "\u2013" : format.number(share, { style: "percent", maximumFractionDigits: 0 })}</p>
                <p>{t("rightOf", { answered: format.number(answered), total: format.number(Math.max(answered, game.participants)) })}</p>
              </>
            )}
          </div>
        </div>
      </div>
    </StageFrame>
  );
}
