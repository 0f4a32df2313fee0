import { useFormatter } from "next-intl";
import type { CSSProperties } from "react";
import { classNames } from "@/ui/class-names";
import { useQuizLanguage } from "../parts/use-quiz-language";
import type { QuestionClosed } from "../store/live-game";
import styles from "./StageTexts.module.css";

const textsShown = 6;

/** What was answered, the most frequent first. */
export function StageFrequent({ closed, isRight, most = textsShown }: { closed: QuestionClosed; isRight: (text: string) => boolean; most?: number }) {
  const format = useFormatter();
  const language = useQuizLanguage();
  const texts = (closed.tally.texts ?? []).slice(0, most);
  const largest = Math.max(1, ...texts.map(({ n }) => n));
  return (
    <ul className={styles.texts}>
      {texts.map(({ text, n }) => {
        const bar: CSSProperties & { "--share": number } = { "--share": n / largest };
        return (
          <li key={text} className={classNames(styles.text, isRight(text) && styles.right)}>
            <span className={styles.typed} lang={language}>{text}</span>
            <span className={styles.bar} style={bar} aria-hidden />
            <span className="figure">{format.number(n)}</span>
          </li>
        );
      })}
    </ul>
  );
}
