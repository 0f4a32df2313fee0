import { useTranslations } from "next-intl";
import styles from "./Explanation.module.css";

/** Why the right answer is right, beside a strike. */
export function Explanation({ text }: { text: string | undefined }) {
  const t = useTranslations("player.reveal");
  if (!text) return null;
  return (
    <div className={styles.explanation}>
      <p><b>{t("why")}</b> <span lang="">{text}</span></p>
    </div>
  );
}
