import { classNames } from "@/ui/class-names";
import { useQuizLanguage } from "../parts/use-quiz-language";
import styles from "./QuestionText.module.css";

/** A question's text in a size that lets its answers stay in reach: the longer, the smaller. */
export function QuestionText({ text }: { text: string }) {
  const language = useQuizLanguage();
  const length = [...text].length;
  const size = length > 180 ? styles.small : length > 80 ? styles.medium : styles.large;
  return <h1 className={classNames(styles.text, size)} lang={language}>{text}</h1>;
}
