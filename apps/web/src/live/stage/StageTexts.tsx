import type { OpenQuestion } from "@quickfire/engine";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { acceptedTexts } from "../question-inputs/right-answer";
import type { QuestionClosed } from "../store/live-game";
import { StageFrequent } from "./StageFrequent";
import styles from "./StageTexts.module.css";

/** What was typed, the most frequent first, under what is right. */
export function StageTexts({ closed }: { question: OpenQuestion; closed: QuestionClosed }) {
  const t = useTranslations("stage");
  const language = useQuizLanguage();
  const [best = "", ...others] = acceptedTexts(closed);
  const isAccepted = (text: string) => [best, ...others].some((accepted) => accepted.localeCompare(text, undefined, { sensitivity: "accent" }) === 0);
  return (
    <div className={styles.columns}>
      <div className={styles.best}>
        <span className={styles.badge}><Check aria-hidden /></span>
        <div>
          <p className={styles.word} lang={language}>{best}</p>
          {others.length > 0 ? <p className={styles.also}>{t("alsoAccepted", { texts: others.join(", ") })}</p> : null}
        </div>
      </div>
      <StageFrequent closed={closed} isRight={isAccepted} />
    </div>
  );
}
