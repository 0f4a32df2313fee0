import type { OpenQuestion } from "@quickfire/engine";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { useQuizLanguage } from "../parts/use-quiz-language";
import type { QuestionClosed } from "../store/live-game";
import styles from "./StageParts.module.css";

/** Shares of the stage's width: the rarest word is still readable from the back, and a few words are larger. */
const [smallest, largest] = [1.9, 7];
const growthAtMost = 1.7;

/** Everybody's words, the more frequent the larger, the most frequent in the middle. */
export function StageCloud({ closed }: { question: OpenQuestion; closed: QuestionClosed }) {
  const t = useTranslations("stage");
  const language = useQuizLanguage();
  const words = closed.tally.texts ?? [];
  if (words.length === 0) return <p className={styles.noWords}>{t("noWords")}</p>;
  const most = Math.max(...words.map(({ n }) => n));
  const crowd = Math.min(growthAtMost, 14 / Math.sqrt(words.reduce((sum, { text, n }) => sum + [...text].length * (n / most + 0.4), 0)));
  return (
    <ul className={styles.cloud} aria-label={t("allWords")} lang={language}>
      {fromTheMiddle(words).map(({ text, n }) => {
        const weight = Math.sqrt((n - 1) / Math.max(1, most - 1));
        const size: CSSProperties & { "--size": number } = { "--size": Math.max(1.7, (smallest + (largest - smallest) * weight) * crowd) };
        return <li key={text} style={size} data-first={n === most && most > 1 || undefined}>{text}<span className="visually-hidden"> ({n})</span></li>;
      })}
    </ul>
  );
}

/** The first in the middle, the next ones by turns before and behind it. */
function fromTheMiddle<Item>(items: readonly Item[]): Item[] {
  return [...items.filter((_, index) => index % 2 === 1).toReversed(), ...items.filter((_, index) => index % 2 === 0)];
}
