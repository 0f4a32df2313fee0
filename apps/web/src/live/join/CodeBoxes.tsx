import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { classNames } from "@/ui/class-names";
import styles from "./CodeBoxes.module.css";

const places = [0, 1, 2, 3, 4, 5];

/**
 * One real field under six boxes: it can be pasted into, dictated to and read out like any other. It asks for no keyboard on
 * a phone, as the keypad is already there.
 */
export function CodeBoxes({ ref, code, invalid, onChange }: { ref: Ref<HTMLInputElement>; code: string; invalid: boolean; onChange: (text: string) => void }) {
  const t = useTranslations("player.join");
  return (
    <div className={classNames(styles.boxes, invalid && styles.invalid)}>
      <input
        ref={ref}
        className={styles.field}
        value={code}
        onChange={(event) => onChange(event.target.value)}
        aria-label={t("codeLabel")}
        aria-describedby="code-note"
        aria-invalid={invalid || undefined}
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
      />
      {places.map((place) => (
        <span key={place} className={classNames(styles.box, place === Math.min(code.length, 5) && styles.current)} aria-hidden>
          {code[place] ?? null}
        </span>
      ))}
    </div>
  );
}
