import type { OpenQuestion } from "@quickfire/engine";
import { classNames } from "@/ui/class-names";
import { useOptionTexts } from "../question-inputs/option-texts";
import styles from "./StageOptions.module.css";
import { StageTile } from "./StageTile";

const shortText = 18;

/** The options of an open question: two columns, or four where eight short ones fit. */
export function StageOptions({ question }: { question: OpenQuestion }) {
  const texts = useOptionTexts(question);
  const many = texts.length > 4;
  const four = many && texts.every((text) => [...text].length <= shortText);
  return (
    <div className={classNames(styles.options, four && styles.four, many && !four && styles.many)}>
      {texts.map((text, index) => <StageTile key={question.optionIds[index]} index={index} text={text} tight={many} />)}
    </div>
  );
}
