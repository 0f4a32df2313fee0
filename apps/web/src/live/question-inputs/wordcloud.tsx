import { normaliseTyped } from "@quickfire/engine/question-types/typed-words";
import { useTranslations } from "next-intl";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { StageCloud } from "../stage/StageCloud";
import { StageTypeHint } from "../stage/StageTypeHint";
import type { AnsweringProps, QuestionInput, ReviewProps } from "./question-input";
import { textIn } from "./read-form";
import styles from "./Review.module.css";
import { TextAnswer } from "./TextAnswer";

const longestText = 60;
const wordsShown = 20;
/** Pixels of the rarest and of the most frequent word. */
const [smallest, largest] = [17, 40];

function Answering(props: AnsweringProps) {
  const t = useTranslations("player.answer");
  return <TextAnswer {...props} label={t("cloudLabel")} longest={longestText} />;
}

/** The words of all, the more frequent the larger. */
function Review({ closed, answer }: ReviewProps) {
  const t = useTranslations("player.reveal");
  const language = useQuizLanguage();
  // At one's own pace the others are not known.
  const words = closed.tally.texts?.slice(0, wordsShown) ?? ownWord(answer);
  const most = Math.max(1, ...words.map(({ n }) => n));
  const own = normaliseTyped(textIn(answer) ?? "");
  if (words.length === 0) return <p className={styles.note}>{t("noWords")}</p>;
  return (
    <ul className={styles.cloud} aria-label={t("allWords")} lang={language}>
      {words.map(({ text, n }) => (
        <li key={text} data-own={text === own || undefined} style={{ fontSize: Math.round(smallest + (largest - smallest) * Math.sqrt((n - 1) / Math.max(1, most - 1))) }}>
          {text}<span className="visually-hidden"> ({n})</span>
        </li>
      ))}
    </ul>
  );
}

function ownWord(answer: ReviewProps["answer"]): { text: string; n: number }[] {
  const text = textIn(answer);
  return text === null ? [] : [{ text: normaliseTyped(text), n: 1 }];
}

/** A word from everybody. */
export const wordcloud: QuestionInput = { Answering, Review, Shown: StageTypeHint, Distribution: StageCloud };
