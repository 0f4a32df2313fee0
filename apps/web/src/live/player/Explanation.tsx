import { useTranslations } from "next-intl";
import { useQuizLanguage } from "../parts/use-quiz-language";
import styles from "./Explanation.module.css";

/** Why the right answer is right, beside a strike. */
export function Explanation({ text }: { text: string | undefined }) {
  const t = useTranslations("player.reveal");
  const language = useQuizLanguage();
  if (!text) return null;
  return (
    <div className={styles.explanation}>
      <p><b>{t("why")}</b> <span lang={language}>{text}</span></p>
    </div>
  );
}
