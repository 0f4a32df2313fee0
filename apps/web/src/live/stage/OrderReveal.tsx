import type { OpenQuestion } from "@quickfire/engine";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { orderIn } from "../question-inputs/read-form";
import type { QuestionClosed } from "../store/live-game";
import { StageFrequent } from "./StageFrequent";
import styles from "./StageParts.module.css";

/** The right order, and which ones were made most often. */
export function OrderReveal({ question, closed }: { question: OpenQuestion; closed: QuestionClosed }) {
  const language = useQuizLanguage();
  const texts = orderIn(closed.correct).map((place) => question.options[place] ?? "");
  const right = new Set([texts.join(" "), texts.join(" · ")]);
  return (
    <div className={styles.reveal}>
      <ol className={styles.ordered} lang={language}>
        {/* oxlint-disable-next-line react/no-array-index-key -- the same word may stand twice, and nothing moves any more */}
        {texts.map((text, index) => <li key={index}>{text}</li>)}
      </ol>
      <StageFrequent closed={closed} isRight={(text) => right.has(text)} most={4} />
    </div>
  );
}
