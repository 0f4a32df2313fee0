import { classNames } from "@/ui/class-names";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { fitText } from "./fit-text";
import styles from "./StageQuestionText.module.css";

/** As large as its length allows. In a long text the last sentence, which mostly asks, stands out. */
export function StageQuestionText({ text }: { text: string }) {
  const language = useQuizLanguage();
  const length = [...text].length;
  if (length > 280) {
    const { before, last } = splitLastSentence(text);
    return <h1 key={text} ref={fitText} className={classNames(styles.text, styles.longest)} lang={language}>{before}<b className={styles.asks}>{last}</b></h1>;
  }
  const size = length > 160 ? styles.long : length > 80 ? styles.medium : styles.short;
  return <h1 key={text} ref={fitText} className={classNames(styles.text, size)} lang={language}>{text}</h1>;
}

function splitLastSentence(text: string): { before: string; last: string } {
  const sentences = [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text.trimEnd())];
  const start = sentences.at(-1)?.index ?? 0;
  return { before: text.slice(0, start), last: text.slice(start) };
}
