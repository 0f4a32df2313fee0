import type { OpenQuestion } from "@quickfire/engine";
import { useFormatter } from "next-intl";
import type { CSSProperties } from "react";
import { answerColour } from "@/ui/answer-letters";
import { classNames } from "@/ui/class-names";
import { useOptionTexts } from "../question-inputs/option-texts";
import { rightOptions } from "../question-inputs/right-answer";
import type { QuestionClosed } from "../store/live-game";
import styles from "./StageDistribution.module.css";
import { StageTile } from "./StageTile";

/** Of the question and its explanation together, in characters: then the options have more room. */
const roomyUpTo = 200;

/** Each option with how many chose it; the right ones are flooded. In a poll none is, and all stay as they were. */
export function StageDistribution({ question, closed }: { question: OpenQuestion; closed: QuestionClosed }) {
  const format = useFormatter();
  const texts = useOptionTexts(question);
  const right = rightOptions(closed);
  const counts = question.optionIds.map((id) => closed.tally.options?.[id] ?? 0);
  const most = Math.max(1, ...counts);
  const many = texts.length > 4;
  const roomy = !many && [...question.text, ...(closed.explanation ?? "")].length <= roomyUpTo;
  return (
    <ul className={classNames(styles.rows, many && styles.many, roomy && styles.roomy)}>
      {texts.map((text, index) => {
        const id = question.optionIds[index] ?? "";
        const isRight = right.some((rightId) => rightId === id);
        const count = counts[index] ?? 0;
        const bar: CSSProperties & { "--share": number } = { "--share": count / most, background: answerColour(index) };
        return (
          <li key={id} className={classNames(styles.row, isRight && styles.right)}>
            <StageTile index={index} text={text} state={isRight ? "right" : right.length === 0 ? "idle" : "out"} tight={many} />
            <span className={styles.bar} style={bar} aria-hidden />
            <span className={`figure ${styles.count}`}>{format.number(count)}</span>
          </li>
        );
      })}
    </ul>
  );
}
