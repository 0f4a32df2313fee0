import { LanguageSwitch } from "@/i18n/LanguageSwitch";
import { ThemeToggle } from "@/theme/ThemeToggle";
import styles from "./PageFooter.module.css";

/** Language and colours, on the pages that have no menu. */
export function PageFooter() {
  return (
    <footer className={styles.footer}>
      <LanguageSwitch />
      <ThemeToggle />
    </footer>
  );
}
