import type { ReactNode } from "react";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import styles from "./SettingChoice.module.css";

type SettingChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  /** In one plain line: what the choice in force does. */
  line: ReactNode;
  onChange: (value: Value) => void;
};

/** One setting: its name, what can be chosen, and what the choice does. */
export function SettingChoice<Value extends string>({ label, value, choices, line, onChange }: SettingChoiceProps<Value>) {
  return (
    <div className={styles.setting}>
      <span className={styles.label} aria-hidden>{label}</span>
      <ChoiceStrip label={label} value={value} choices={choices} onChange={onChange} />
      <p className={styles.line}>{line}</p>
    </div>
  );
}
