import type { OpenQuestion } from "@quickfire/engine";
import { wordsOf, writtenWords } from "@quickfire/engine/question-types/dictated-words";
import { useFormatter } from "next-intl";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { textIn } from "../question-inputs/read-form";
import type { QuestionClosed } from "../store/live-game";
import { StageFrequent } from "./StageFrequent";
import styles from "./StageParts.module.css";

/** Below this share of all a word was hard, and says so. */
const hardBelow = 0.75;

/** What was spoken; under each hard word how many had it. */
export function DictationReveal({ closed }: { question: OpenQuestion; closed: QuestionClosed }) {
  const format = useFormatter();
  const language = useQuizLanguage();
  const text = textIn(closed.correct) ?? "";
  const right = wordsOf(text).join(" ");
  const { answered, options = {} } = closed.tally;
  return (
    <div className={styles.reveal}>
      <p className={styles.spoken} lang={language}>
        {writtenWords(text).map((word, index) => {
          const share = answered === 0 ? 1 : (options[`W${index + 1}`] ?? 0) / answered;
          // oxlint-disable-next-line react/no-array-index-key -- the words of a sentence have no names of their own, and never change
          return <span key={index} data-hard={share < hardBelow || undefined}>{word}{share < hardBelow ? <small className="figure">{format.number(share, { style: "percent", maximumFractionDigits: 0 })}</small> : null}</span>;
        })}
      </p>
      <StageFrequent closed={closed} isRight={(given) => given === right} most={4} />
    </div>
  );
}
