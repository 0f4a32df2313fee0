import { useTranslations } from "next-intl";
import styles from "./Keypad.module.css";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];

/** Own number keys, large and low: a code is typed with one thumb. The field keeps the focus. */
export function Keypad({ onDigit, onErase }: { onDigit: (digit: string) => void; onErase: () => void }) {
  const t = useTranslations("player.join");
  const keepFocus = (event: React.PointerEvent) => event.preventDefault();
  return (
    <div className={styles.keypad} role="group" aria-label={t("keypad")} onPointerDown={keepFocus}>
      {digits.map((digit) => (
        <button key={digit} type="button" className={styles.key} tabIndex={-1} onClick={() => onDigit(digit)}>{digit}</button>
      ))}
      <button type="button" className={styles.key} tabIndex={-1} aria-label={t("erase")} onClick={onErase}>
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
          <path d="M9 5h11a1.5 1.5 0 0 1 1.5 1.5v11A1.5 1.5 0 0 1 20 19H9l-6.5-7zM11.5 9.2l6 5.6M17.5 9.2l-6 5.6" />
        </svg>
      </button>
    </div>
  );
}
