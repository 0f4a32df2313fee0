import { normaliseTyped } from "@quickfire/engine/question-types/typed-words";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { useQuizLanguage } from "../parts/use-quiz-language";
import type { ReviewProps } from "./question-input";
import { acceptedIn, gapsIn } from "./read-form";
import styles from "./Review.module.css";

/** The sentence as it should be; in each gap what was right, and beside it what somebody had there instead. */
export function GapReview({ question, closed, answer }: ReviewProps) {
  const t = useTranslations("player.reveal");
  const language = useQuizLanguage();
  const own = gapsIn(answer);
  const accepted = acceptedIn(closed.correct);
  return (
    <p className={styles.sentence} lang={language}>
      {(question.parts ?? [question.text]).map((part, index) => {
        const gap = index - 1;
        const word = own[gap] ?? "";
        const isRight = (accepted[gap] ?? []).some((form) => normaliseTyped(form) === normaliseTyped(word));
        const [best = ""] = accepted[gap] ?? [];
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a text's pieces have no names of their own, and never change
          <Fragment key={index}>
            {index === 0 ? null : isRight ? (
              <span className={styles.right}><Check aria-hidden />{word}<span className="visually-hidden"> ({t("rightShort")})</span></span>
            ) : (
              <>
                {word === "" ? null : <span className={styles.wrong}><X aria-hidden /><s>{word}</s><span className="visually-hidden"> ({t("wrongShort")})</span></span>}
                <span className={styles.missed}>{best}<span className="visually-hidden"> ({t("rightAnswer")})</span></span>
              </>
            )}
            {part}
          </Fragment>
        );
      })}
    </p>
  );
}
