import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import styles from "./StageTypeHint.module.css";

/** Where nothing can be chosen: what to do on the phone. */
export function StageTypeHint() {
  const t = useTranslations("stage");
  return <p className={styles.hint}><Keyboard aria-hidden />{t("typeAnswer")}</p>;
}
