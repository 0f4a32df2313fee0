import type { OpenQuestion } from "@quickfire/engine";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { StageTypeHint } from "./StageTypeHint";
import styles from "./StageParts.module.css";

/** The words that are to be placed, in the order in which every phone has them. */
export function StageWords({ question }: { question: OpenQuestion }) {
  const language = useQuizLanguage();
  if (question.options.length === 0) return <StageTypeHint />;
  return (
    <ul className={styles.words} lang={language}>
      {question.options.map((word, index) => <li key={question.optionIds[index]}>{word}</li>)}
    </ul>
  );
}
