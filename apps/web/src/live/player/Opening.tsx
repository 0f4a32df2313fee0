import { useTranslations } from "next-intl";
import { useSlow } from "../parts/use-slow";
import styles from "./Opening.module.css";

/** Quick openings show nothing; slow ones say what is waited for. */
export function Opening() {
  const t = useTranslations("player");
  const slow = useSlow(true);
  const verySlow = useSlow(true, 5_000);
  return <p role="status" className={styles.opening}>{verySlow ? t("openingSlow") : slow ? t("opening") : null}</p>;
}
