import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQuizLanguage } from "../parts/use-quiz-language";
import type { ReviewProps } from "./question-input";
import { orderIn } from "./read-form";
import styles from "./Review.module.css";

/** The longest part of an order that runs the right way: what is not in it has slipped. Equal texts stand for each other. */
export function keptInOrder(right: readonly number[], own: readonly number[]): ReadonlySet<number> {
  const positions = own.map((place) => right.indexOf(place));
  // `best[i]`: the longest run that ends with the i-th, as the indices it is made of.
  const best: number[][] = [];
  positions.forEach((position, index) => {
    const before = best.filter((run) => (positions[run.at(-1) ?? 0] ?? 0) < position).reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []);
    best[index] = [...before, index];
  });
  const longest = best.reduce<number[]>((most, run) => (run.length > most.length ? run : most), []);
  return new Set(longest.map((index) => own[index] ?? -1));
}

/** One's own order with what slipped in it, and below the right one. */
export function OrderReview({ question, closed, answer, correct }: ReviewProps) {
  const t = useTranslations("player.reveal");
  const language = useQuizLanguage();
  const [right, own] = [orderIn(closed.correct), orderIn(answer)];
  const kept = keptInOrder(right, own);
  const look = question.options.some((text) => [...text].length > 16) ? styles.list : styles.words;
  const word = (place: number) => question.options[place] ?? "";
  return (
    <>
      {own.length > 0 && !correct ? (
        <div>
          <p className={styles.label}>{t("yourAnswer")}</p>
          <ol className={look} lang={language}>
            {own.map((place) => (
              <li key={place}>
                {kept.has(place)
                  ? <span className={styles.right}><Check aria-hidden />{word(place)}<span className="visually-hidden"> ({t("rightShort")})</span></span>
                  : <span className={styles.wrong}><X aria-hidden />{word(place)}<span className="visually-hidden"> ({t("slipped")})</span></span>}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      <div>
        <p className={styles.label}>{correct ? t("yourAnswerRight") : t("rightAnswer")}</p>
        <ol className={look} lang={language}>
          {right.map((place) => <li key={place}>{correct ? <span className={styles.right}><Check aria-hidden />{word(place)}</span> : <span className={styles.missed}>{word(place)}</span>}</li>)}
        </ol>
      </div>
    </>
  );
}
