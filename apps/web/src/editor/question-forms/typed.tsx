import { typedLimits } from "@quickfire/engine/question-types/typed";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, type ClipboardEvent, type KeyboardEvent } from "react";
import { Button } from "@/ui/Button";
import { FieldNote, SelectField } from "@/ui/Field";
import { fillFrom, pastedLines } from "../state/pasted-lines";
import type { QuestionFieldsProps, QuestionForm, QuestionPreviewProps } from "./question-form.types";
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
  const list = useRef<HTMLOListElement>(null);
  const { accepted } = question;
  const change = (next: string[], place: string) => onChange({ ...question, accepted: next }, place);
  const focus = (index: number) => requestAnimationFrame(() => list.current?.querySelectorAll("input")[index]?.focus());

  function add(after: number) {
    if (accepted.length >= typedLimits.accepted) return;
    change(accepted.toSpliced(after + 1, 0, ""), "accepted");
    focus(after + 1);
  }

  function remove(index: number) {
    change(accepted.toSpliced(index, 1), "accepted");
    focus(Math.max(0, index - 1));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, index: number) {
    if (event.key === "Enter") {
      event.preventDefault();
      if (accepted[index + 1] === "") focus(index + 1);
      else add(index);
    }
    if (event.key === "Backspace" && accepted[index] === "" && accepted.length > 1) {
      event.preventDefault();
      remove(index);
    }
  }

  function onPaste(event: ClipboardEvent, index: number) {
    const texts = pastedLines(event.clipboardData.getData("text"));
    if (!texts) return;
    event.preventDefault();
    change(fillFrom(accepted, { start: index, texts, max: typedLimits.accepted, fill: (_, text) => text }), "paste");
  }

  return (
    <div className={styles.typed}>
      <div role="group" aria-labelledby="accepted-label">
        <p className={styles.head}>
          <span id="accepted-label" className={styles.label}>{t("accepted")}</span>
          <span className={styles.hint}>{t("hint")}</span>
        </p>
        <ol ref={list} className={styles.list}>
          {accepted.map((text, index) => {
            const error = errorAt("accepted", index);
            return (
              // The position is the identity: accepted answers have no ids, and typing must not lose the cursor.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <div className={styles.row}>
                  <input
                    className={styles.input}
                    lang={language}
                    aria-label={t("answer", { number: index + 1 })}
                    aria-invalid={error ? true : undefined}
                    aria-describedby={error ? `accepted-${index}-problem` : undefined}
                    maxLength={typedLimits.textLength}
                    value={text}
                    onChange={(event) => change(accepted.with(index, event.target.value), `accepted-${index}`)}
                    onKeyDown={(event) => onKeyDown(event, index)}
                    onPaste={(event) => onPaste(event, index)}
                  />
                  <Button look="quiet" size="compact" iconOnly icon={<X aria-hidden />} disabled={accepted.length <= 1} onClick={() => remove(index)}>
                    {t("remove", { number: index + 1 })}
                  </Button>
                </div>
                {error ? <FieldNote id={`accepted-${index}-problem`} error={error} /> : null}
              </li>
            );
          })}
        </ol>
        {errorAt("accepted") ? <FieldNote error={errorAt("accepted")} /> : null}
        <Button look="quiet" size="compact" icon={<Plus aria-hidden />} disabled={accepted.length >= typedLimits.accepted} onClick={() => add(accepted.length - 1)}>
          {t("add")}
        </Button>
      </div>
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
