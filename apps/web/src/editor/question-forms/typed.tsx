import { typedLimits } from "@quickfire/engine/question-types/typed";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { SelectField } from "@/ui/Field";
import type { QuestionFieldsProps, QuestionForm, QuestionPreviewProps } from "./question-form.types";
import { TextList } from "./TextList";
import styles from "./typed.module.css";

export const typedForm: QuestionForm<"typed"> = {
  fromLines(shared, lines) {
    const accepted = lines.filter(({ correct, text }) => correct && text !== "").map(({ text }) => text).slice(0, typedLimits.accepted);
    return { ...shared, type: "typed", accepted: accepted.length > 0 ? accepted : [""], typos: 0 };
  },
  linesOf: ({ accepted }) => accepted.filter((text) => text !== "").map((text) => ({ text, correct: true })),
  Fields: TypedFields,
  Preview: TypedPreview,
};

const typoSteps = Array.from({ length: typedLimits.typos + 1 }, (_, typos) => typos);

function TypedFields({ question, onChange, errorAt, language }: QuestionFieldsProps<"typed">) {
  const t = useTranslations("editor.typed");
  return (
    <div className={styles.typed}>
      <TextList
        texts={question.accepted}
        language={language}
        min={1}
        max={typedLimits.accepted}
        textLength={typedLimits.textLength}
        words={{ label: t("accepted"), hint: t("hint"), add: t("add"), item: (number) => t("answer", { number }), remove: (number) => t("remove", { number }) }}
        errorOf={(index) => errorAt("accepted", index)}
        error={errorAt("accepted")}
        onChange={(accepted, place) => onChange({ ...question, accepted }, `accepted-${place}`)}
      />
      <SelectField
        className={styles.typos}
        label={t("typos")}
        hint={t("typosHint")}
        value={question.typos}
        onChange={(event) => onChange({ ...question, typos: Number(event.target.value) }, "typos")}
      >
        {typoSteps.map((typos) => <option key={typos} value={typos}>{t("typosCount", { count: typos })}</option>)}
      </SelectField>
    </div>
  );
}

function TypedPreview({ question, language }: QuestionPreviewProps<"typed">) {
  const t = useTranslations("editor.typed");
  return (
    <form className={styles.preview} onSubmit={(event) => event.preventDefault()}>
      {/* Typed into for a try; a new question begins with an empty field. */}
      <input key={question.id} className={styles.input} lang={language} aria-label={t("previewField")} placeholder={t("previewField")} autoComplete="off" />
      <Button look="primary" size="wide">{t("lockIn")}</Button>
    </form>
  );
}
