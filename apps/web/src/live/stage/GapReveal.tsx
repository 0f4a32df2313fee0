import type { OpenQuestion } from "@quickfire/engine";
import { normaliseTyped } from "@quickfire/engine/question-types/typed-words";
import { useFormatter } from "next-intl";
import { Fragment } from "react";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { acceptedIn } from "../question-inputs/read-form";
import type { QuestionClosed } from "../store/live-game";
import { StageFrequent } from "./StageFrequent";
import styles from "./StageParts.module.css";

/** The sentence with its right words, each with the share of those who had it, and what was answered most. */
export function GapReveal({ question, closed }: { question: OpenQuestion; closed: QuestionClosed }) {
  const format = useFormatter();
  const language = useQuizLanguage();
  const accepted = acceptedIn(closed.correct);
  const { answered, options = {} } = closed.tally;
  const isRight = (text: string) => text.split(" / ").every((word, gap) => (accepted[gap] ?? []).some((form) => normaliseTyped(form) === word));
  return (
    <div className={styles.reveal}>
      <p className={styles.sentence} lang={language}>
        {(question.parts ?? []).map((part, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a text's pieces have no names of their own, and never change
          <Fragment key={index}>
            {index === 0 ? null : (
              <span className={styles.filled}>
                {accepted[index - 1]?.[0] ?? ""}
                {answered === 0 ? null : <small className="figure">{format.number((options[`G${index}`] ?? 0) / answered, percent)}</small>}
              </span>
            )}
            {part}
          </Fragment>
        ))}
      </p>
      <StageFrequent closed={closed} isRight={isRight} most={4} />
    </div>
  );
}

const percent = { style: "percent", maximumFractionDigits: 0 } as const;
