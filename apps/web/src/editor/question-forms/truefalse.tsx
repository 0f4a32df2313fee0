import { useTranslations } from "next-intl";
import { AnswerKey } from "@/ui/AnswerKey";
import { FieldNote } from "@/ui/Field";
import { OptionsPreview } from "./OptionsPreview";
import type { QuestionFieldsProps, QuestionForm, QuestionPreviewProps } from "./question-form.types";
import styles from "./truefalse.module.css";

const answers = [true, false] as const;
/** How the two answers are written where they come from another type. */
const words: Record<string, boolean> = { true: true, false: false, đúng: true, sai: false, yes: true, no: false };

export const truefalseForm: QuestionForm<"truefalse"> = {
  fromLines: (shared, lines) => ({ ...shared, type: "truefalse", answer: answerIn(lines) }),
  linesOf: ({ answer }) => (answer === null ? [] : answers.map((value) => ({ text: value ? "True" : "False", correct: value === answer }))),
  Fields: TruefalseFields,
  Preview: TruefalsePreview,
};

function answerIn(lines: readonly { text: string; correct: boolean }[]): boolean | null {
  const right = lines.filter(({ correct }) => correct);
  return right.length === 1 ? (words[right[0]?.text.trim().toLowerCase() ?? ""] ?? null) : null;
}

function TruefalseFields({ question, onChange, errorAt }: QuestionFieldsProps<"truefalse">) {
  const t = useTranslations("editor");
  const common = useTranslations("common");
  const error = errorAt("answer");
  return (
    <fieldset aria-describedby={error ? "truth-problem" : undefined}>
      <legend className={styles.legend}>{t("truth")}</legend>
      <div className={styles.answers}>
        {answers.map((value, index) => (
          <label key={String(value)} className={styles.answer}>
            <input type="radio" name="truth" className="visually-hidden" checked={question.answer === value} onChange={() => onChange({ ...question, answer: value }, "answer")} />
            <AnswerKey index={index} look="slanted" className={styles.key} />
            {common(value ? "true" : "false")}
            {question.answer === value ? <span className={styles.right}>{t("right")}</span> : null}
          </label>
        ))}
      </div>
      {error ? <FieldNote id="truth-problem" error={error} /> : null}
    </fieldset>
  );
}

function TruefalsePreview({ language }: QuestionPreviewProps<"truefalse">) {
  const common = useTranslations("common");
  return <OptionsPreview options={answers.map((value) => ({ id: String(value), text: common(value ? "true" : "false") }))} language={language} />;
}
