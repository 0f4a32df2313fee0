import type { OpenQuestion } from "@quickfire/engine";
import { plainSlide } from "../parts/slide-text";
import { SlideText } from "../parts/SlideText";
import { useQuizLanguage } from "../parts/use-quiz-language";
import styles from "./SlideScene.module.css";

/** A slide's text, with a heading for those who listen to the page. */
export function Slide({ question }: { question: OpenQuestion }) {
  const language = useQuizLanguage();
  return (
    <>
      <h1 className="visually-hidden" lang={language}>{plainSlide(question.text).slice(0, 80)}</h1>
      <SlideText text={question.text} lang={language} className={styles.slide} />
    </>
  );
}
