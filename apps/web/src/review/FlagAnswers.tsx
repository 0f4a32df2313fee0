import { useTranslations } from "next-intl";
import { preciseSeconds } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import type { FlagDetails } from "./flag-types";
import styles from "./FlagPage.module.css";

/** The answers that the evidence is about, with what became of their points. */
export function FlagAnswers({ flag }: { flag: FlagDetails }) {
  const t = useTranslations("review.flag");
  const locale = useRegionalLocale();
  if (flag.answers.length === 0) return null;
  return (
    <section aria-labelledby="flag-answers">
      <h2 id="flag-answers">{t("answers")}</h2>
      <table className={styles.answers}>
        <thead>
          <tr>
            <th scope="col">{t("answerColumns.round")}</th>
            <th scope="col">{t("answerColumns.right")}</th>
            <th scope="col" className={styles.number}>{t("answerColumns.time")}</th>
            <th scope="col" className={styles.number}>{t("answerColumns.points")}</th>
          </tr>
        </thead>
        <tbody>
          {flag.answers.map(({ round, correct, timeMs, points, takenBack }) => (
            <tr key={round}>
              <td>{round}</td>
              <td>{t(correct === null ? "unscored" : correct ? "right" : "wrong")}</td>
              <td className={styles.number}>{t("seconds", { seconds: preciseSeconds(timeMs, locale) })}</td>
              <td className={styles.number}>
                {takenBack ? <><s>{points.toLocaleString(locale)}</s> <small>{t("takenBackMark")}</small></> : points.toLocaleString(locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
