import { ListOrdered } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { SelectField, TextField } from "@/ui/Field";
import styles from "./AmountField.module.css";

type AmountFieldProps = {
  label: string;
  otherLabel: string;
  value: number;
  steps: readonly number[];
  min: number;
  max: number;
  words: (value: number) => string;
  onChange: (value: number) => void;
};

/** The usual amounts in a list; any other by number. Only what is valid reaches the quiz. */
export function AmountField({ label, otherLabel, value, steps, min, max, words, onChange }: AmountFieldProps) {
  const t = useTranslations("editor.question");
  const [typed, setTyped] = useState<string | null>(null);

  if (typed === null) {
    const shown = steps.includes(value) ? steps : [...steps, value].sort((one, other) => one - other);
    return (
      <SelectField label={label} value={value} onChange={(event) => (event.target.value === "other" ? setTyped(String(value)) : onChange(Number(event.target.value)))}>
        {shown.map((step) => <option key={step} value={step}>{words(step)}</option>)}
        <option value="other">{t("other")}</option>
      </SelectField>
    );
  }

  const amount = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  const valid = amount >= min && amount <= max;
  return (
    <div className={styles.other}>
      <TextField
        // The author asked for this field just now.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label={otherLabel}
        inputMode="numeric"
        value={typed}
        error={valid ? null : t("range", { min, max })}
        onChange={(event) => {
          const text = event.target.value;
          const next = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
          setTyped(text);
          if (next >= min && next <= max) onChange(next);
        }}
      />
      <Button look="quiet" iconOnly icon={<ListOrdered aria-hidden />} onClick={() => setTyped(null)}>{t("backToSteps")}</Button>
    </div>
  );
}
