import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { AnswerKey } from "@/ui/AnswerKey";
import { answerColour } from "@/ui/answer-letters";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { StageDistribution } from "../stage/StageDistribution";
import { StageOptions } from "../stage/StageOptions";
import { choice } from "./choice";
import type { QuestionInput, ReviewProps } from "./question-input";
import styles from "./Review.module.css";

/** What everybody chose, and which of it was one's own; at one's own pace the others are not known. */
function Review({ question, closed, answer }: ReviewProps) {
  const t = useTranslations("player.reveal");
  const format = useFormatter();
  const language = useQuizLanguage();
  const { answered, options } = closed.tally;
  return (
    <ul className={styles.shares} aria-label={t("allOptions")}>
      {question.options.map((text, index) => {
        const id = question.optionIds[index] ?? "";
        const own = answer?.option === id;
        const share = answered === 0 ? 0 : (options?.[id] ?? 0) / answered;
        const bar: CSSProperties & { "--share": number } = { "--share": share, background: answerColour(index) };
        return (
          <li key={id} className={styles.share} data-own={own || undefined}>
            <AnswerKey index={index} />
            <span>
              <span><span lang={language}>{text}</span>{own ? <span className={styles.own}>{t("yours")}</span> : null}</span>
              {options ? <span className={styles.bar} style={bar} aria-hidden /> : null}
            </span>
            {options ? <span className="figure">{format.number(share, { style: "percent", maximumFractionDigits: 0 })}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** What people think: one tap, and nothing is right or wrong. */
export const poll: QuestionInput = { Answering: choice.Answering, Review, Shown: StageOptions, Distribution: StageDistribution };
