import { useTranslations } from "next-intl";
import { Explanation } from "./Explanation";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { questionInputOf } from "../question-inputs/registry";
import type { PlayedRound } from "../store/played-round-slice";
import styles from "./Mistakes.module.css";

/** What went wrong, with what would have been right and why. */
export function Mistakes({ rounds }: { rounds: readonly Omit<PlayedRound, "points">[] }) {
  const t = useTranslations("player");
  const language = useQuizLanguage();
  return (
    <ol className={styles.list} aria-label={t("result.mistakesList")}>
      {rounds.map(({ question, closed, answer, correct }) => {
        const input = questionInputOf(question.type);
        return (
          <li key={question.questionId} className={styles.mistake}>
            <p className={styles.where}>{t("question", { round: question.round, rounds: question.rounds })}</p>
            <p className={styles.text} lang={language}>{question.text}</p>
            <input.Review question={question} closed={closed} answer={answer} correct={correct} />
            <Explanation text={closed.explanation} />
          </li>
        );
      })}
    </ol>
  );
}
