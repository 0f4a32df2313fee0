import { Check } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { answerColour, answerLetter } from "@/ui/answer-letters";
import { AnswerShape } from "@/ui/AnswerShape";
import { classNames } from "@/ui/class-names";
import { useQuizLanguage } from "../parts/use-quiz-language";
import styles from "./StageTile.module.css";

/** An option on the wall: `out` once it turned out not to be right. */
export function StageTile({ index, text, state = "idle", tight = false }: { index: number; text: ReactNode; state?: "idle" | "right" | "out"; tight?: boolean }) {
  const language = useQuizLanguage();
  const colour: CSSProperties & { "--tile-colour": string } = { "--tile-colour": answerColour(index) };
  return (
    <div className={classNames(styles.tile, styles[state], tight && styles.tight)} style={colour}>
      <span className={styles.key}><AnswerShape index={index} /><b>{answerLetter(index)}</b></span>
      <span className={styles.text} lang={language}>{text}</span>
      {state === "right" ? <span className={styles.badge}><Check aria-hidden /></span> : null}
    </div>
  );
}
