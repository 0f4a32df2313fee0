import type { OpenQuestion } from "@quickfire/engine";
import { Check } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { classNames } from "@/ui/class-names";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { acceptedTexts } from "../question-inputs/right-answer";
import type { QuestionClosed } from "../store/live-game";
import styles from "./StageTexts.module.css";

const textsShown = 6;

/** What was typed, the most frequent first, under what is right. */
export function StageTexts({ closed }: { question: OpenQuestion; closed: QuestionClosed }) {
  const t = useTranslations("stage");
  const format = useFormatter();
  const language = useQuizLanguage();
  const [best = "", ...others] = acceptedTexts(closed);
  const texts = (closed.tally.texts ?? []).slice(0, textsShown);
  const most = Math.max(1, ...texts.map(({ n }) => n));
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
      <ul className={styles.texts}>
        {texts.map(({ text, n }) => {
          const bar: CSSProperties & { "--share": number } = { "--share": n / most };
          return (
            <li key={text} className={classNames(styles.text, isAccepted(text) && styles.right)}>
              <span className={styles.typed} lang={language}>{text}</span>
              <span className={styles.bar} style={bar} aria-hidden />
              <span className="figure">{format.number(n)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
