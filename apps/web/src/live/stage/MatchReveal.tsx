import type { OpenQuestion } from "@quickfire/engine";
import { useFormatter } from "next-intl";
import type { CSSProperties } from "react";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { pairsIn } from "../question-inputs/read-form";
import type { QuestionClosed } from "../store/live-game";
import styles from "./StageParts.module.css";

/** The right pairs, each with the share of those who found it. */
export function MatchReveal({ question, closed }: { question: OpenQuestion; closed: QuestionClosed }) {
  const format = useFormatter();
  const language = useQuizLanguage();
  const right = pairsIn(closed.correct);
  const { answered, options = {} } = closed.tally;
  return (
    <ul className={styles.pairs}>
      {(question.left ?? []).map((left, index) => {
        const share = answered === 0 ? 0 : (options[`L${index + 1}`] ?? 0) / answered;
        const bar: CSSProperties & { "--share": number } = { "--share": share };
        return (
          <li key={left}>
            <span lang={language}>{left}</span>
            <b lang={language}>{question.options[right.get(index) ?? -1] ?? ""}</b>
            <span className={styles.bar} style={bar} aria-hidden />
            <span className="figure">{format.number(share, { style: "percent", maximumFractionDigits: 0 })}</span>
          </li>
        );
      })}
    </ul>
  );
}
