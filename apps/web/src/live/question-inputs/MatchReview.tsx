import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQuizLanguage } from "../parts/use-quiz-language";
import type { ReviewProps } from "./question-input";
import { pairsIn } from "./read-form";
import styles from "./Review.module.css";

/** Each left-hand side with what belongs to it, and with what somebody put there instead. */
export function MatchReview({ question, closed, answer }: ReviewProps) {
  const t = useTranslations("player.reveal");
  const language = useQuizLanguage();
  const [right, own] = [pairsIn(closed.correct), pairsIn(answer)];
  const text = (option: number | undefined) => (option === undefined ? "" : (question.options[option] ?? ""));
  return (
    <dl className={styles.pairs} lang={language}>
      {(question.left ?? []).map((left, index) => {
        const chosen = own.get(index);
        const isRight = chosen !== undefined && chosen === right.get(index);
        return (
          <div key={left} className={styles.pair}>
            <dt>{left}</dt>
            <dd>
              {isRight ? <span className={styles.right}><Check aria-hidden />{text(chosen)}<span className="visually-hidden"> ({t("rightShort")})</span></span> : (
                <>
                  {chosen === undefined ? null : <span className={styles.wrong}><X aria-hidden /><s>{text(chosen)}</s><span className="visually-hidden"> ({t("wrongShort")})</span></span>}
                  <span className={styles.missed}>{text(right.get(index))}<span className="visually-hidden"> ({t("rightAnswer")})</span></span>
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
