import type { CSSProperties } from "react";
import { answerColour, answerLetter } from "./answer-letters";
import styles from "./AnswerKey.module.css";
import { AnswerShape } from "./AnswerShape";
import { classNames } from "./class-names";

/**
 * An answer's sign: shape, letter and colour together, never colour alone.
 * `slanted` is the key of a tile, `badge` stands by itself in lists and legends.
 */
export function AnswerKey({ index, look = "badge", stacked = false, className }: { index: number; look?: "slanted" | "badge"; stacked?: boolean; className?: string }) {
  const colour: CSSProperties & { "--key-colour": string } = { "--key-colour": answerColour(index) };
  return (
    <span className={classNames(styles.key, styles[look], stacked && styles.stacked, className)} style={colour}>
      <AnswerShape index={index} />
      <b>{answerLetter(index)}</b>
    </span>
  );
}
