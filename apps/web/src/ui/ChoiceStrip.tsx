"use client";

import { useId } from "react";
import styles from "./ChoiceStrip.module.css";

type Choice<Value extends string> = { value: Value; label: string; lang?: string };

/** A few choices side by side, one of them taken: radio buttons in a row. */
export function ChoiceStrip<Value extends string>({ label, value, choices, onChange }: { label: string; value: Value; choices: readonly Choice<Value>[]; onChange: (value: Value) => void }) {
  const name = useId();
  return (
    <fieldset className={styles.strip}>
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice} lang={choice.lang}>
          <input type="radio" name={name} className="visually-hidden" checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
