import { numericLimits } from "@quickfire/engine/question-types/numeric";
import { useTranslations } from "next-intl";
import { parseNumber } from "@/live/question-inputs/parse-number";
import { FieldNote, TextField } from "@/ui/Field";
import { LivePreview } from "./LivePreview";
import type { QuestionFieldsProps, QuestionForm } from "./question-form.types";
import styles from "./parts.module.css";

export const numericForm: QuestionForm<"numeric"> = {
  fromLines(shared, lines) {
    const right = lines.filter(({ correct }) => correct);
    return { ...shared, type: "numeric", answer: right.length === 1 ? parseNumber(right[0]?.text ?? "") : null, tolerance: 0, unit: "" };
  },
  linesOf: ({ answer }) => (answer === null ? [] : [{ text: String(answer), correct: true }]),
  Fields: NumericFields,
  Preview: LivePreview,
};

/** Empty is no number, which a field may be while it is written. */
const numberIn = (text: string): number | undefined => (text === "" ? undefined : Number(text));

function NumericFields({ question, onChange, errorAt }: QuestionFieldsProps<"numeric">) {
  const t = useTranslations("editor.numeric");
  const { answer, tolerance, min, max, unit } = question;
  const { min: _min, max: _max, ...unbounded } = question;
  /** What is empty is left out altogether. */
  const bound = (bounds: { min: number | undefined; max: number | undefined }, place: string) =>
    onChange({ ...unbounded, ...(bounds.min === undefined ? {} : { min: bounds.min }), ...(bounds.max === undefined ? {} : { max: bounds.max }) }, place);
  return (
    <div className={styles.form}>
      <div className={styles.numbers}>
        <TextField label={t("answer")} type="number" step="any" error={errorAt("answer")} value={answer ?? ""} onChange={(event) => onChange({ ...question, answer: numberIn(event.target.value) ?? null }, "answer")} />
        <TextField label={t("tolerance")} type="number" step="any" min={0} error={errorAt("tolerance")} value={tolerance} onChange={(event) => onChange({ ...question, tolerance: numberIn(event.target.value) ?? 0 }, "tolerance")} />
        <TextField label={t("min")} type="number" step="any" error={errorAt("min")} value={min ?? ""} onChange={(event) => bound({ min: numberIn(event.target.value), max }, "min")} />
        <TextField label={t("max")} type="number" step="any" error={errorAt("max")} value={max ?? ""} onChange={(event) => bound({ min, max: numberIn(event.target.value) }, "max")} />
        <TextField label={t("unit")} error={errorAt("unit")} maxLength={numericLimits.unitLength} value={unit} onChange={(event) => onChange({ ...question, unit: event.target.value }, "unit")} />
      </div>
      <FieldNote hint={t("boundsHint")} />
    </div>
  );
}
