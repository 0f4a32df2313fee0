import type { OpenQuestion } from "@quickfire/engine";
import { useQuizLanguage } from "../parts/use-quiz-language";
import styles from "./StageParts.module.css";

/** What stands still on the left, and what is to be put beside it on the right. */
export function StagePairs({ question }: { question: OpenQuestion }) {
  const language = useQuizLanguage();
  return (
    <div className={styles.sides} lang={language}>
      <ul className={styles.leftSide}>{(question.left ?? []).map((left) => <li key={left}>{left}</li>)}</ul>
      <ul className={styles.rightSide}>{question.options.map((right, index) => <li key={question.optionIds[index]}>{right}</li>)}</ul>
    </div>
  );
}
