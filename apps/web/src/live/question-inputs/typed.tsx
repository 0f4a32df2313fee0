import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/ui/class-names";
import { StageTexts } from "../stage/StageTexts";
import { StageTypeHint } from "../stage/StageTypeHint";
import type { AnsweringProps, QuestionInput, ReviewProps } from "./question-input";
import { textIn } from "./read-form";
import { acceptedTexts } from "./right-answer";
import { TextAnswer } from "./TextAnswer";
import styles from "./typed.module.css";

const longestText = 200;

function Answering(props: AnsweringProps) {
  const t = useTranslations("player.answer");
  return <TextAnswer {...props} label={t("typedLabel")} longest={longestText} />;
}

function Review({ closed, answer, correct }: ReviewProps) {
  const t = useTranslations("player.reveal");
  const own = textIn(answer);
  const [best = "", ...others] = acceptedTexts(closed);
  return (
    <>
      {own !== null ? (
        <div>
          <p className={styles.reviewLabel}>{t("yourAnswer")}</p>
          <p className={classNames(styles.text, correct ? styles.right : styles.wrong)}>{own}{correct ? <Check aria-hidden /> : <X aria-hidden />}</p>
        </div>
      ) : null}
      {correct ? null : (
        <div>
          <p className={styles.reviewLabel}>{t("rightAnswer")}</p>
          <p className={classNames(styles.text, styles.right)}>{best}<Check aria-hidden /></p>
        </div>
      )}
      {others.length > 0 ? <p className={styles.also}>{t("alsoAccepted", { texts: others.join(", ") })}</p> : null}
    </>
  );
}

/** A word or a few, typed. */
export const typed: QuestionInput = { Answering, Review, Shown: StageTypeHint, Distribution: StageTexts };
