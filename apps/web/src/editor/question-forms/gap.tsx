import { parseGapText } from "@quickfire/engine/question-types/gap-text";
import { gapLimits } from "@quickfire/engine/question-types/gap";
import { useTranslations } from "next-intl";
import { SelectField } from "@/ui/Field";
import { replaceGap } from "./gap-editing";
import { LivePreview } from "./LivePreview";
import type { QuestionFieldsProps, QuestionForm } from "./question-form.types";
import { TextList } from "./TextList";
import styles from "./parts.module.css";

export const gapForm: QuestionForm<"gap"> = {
  fromLines: (shared, lines) => ({ ...shared, type: "gap", text: lines.length === 1 && lines[0]?.correct && !shared.text.includes("[[") ? `${shared.text} [[${lines[0].text}]]`.trim() : shared.text }),
  linesOf: ({ text }) => parseGapText(text).gaps.flatMap(([best = ""]) => (best === "" ? [] : [{ text: best, correct: true }])),
  Fields: GapFields,
  Preview: LivePreview,
};

function GapFields({ question, onChange, errorAt, language }: QuestionFieldsProps<"gap">) {
  const t = useTranslations("editor.gap");
  const { gaps } = parseGapText(question.text);
  const { bank } = question;
  const { bank: _, ...withoutBank } = question;
  return (
    <div className={styles.form}>
      <p className={styles.hint}>{t("hint")}</p>
      {gaps.length === 0 ? null : (
        <div role="group" aria-labelledby="gaps-label">
          <p className={styles.head}><span id="gaps-label" className={styles.label}>{t("gaps")}</span><span className={styles.hint}>{t("gapsHint")}</span></p>
          <ol>
            {gaps.map((forms, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a gap is its place in the text
              <li key={index} className={styles.gap}>
                <b className="figure" aria-hidden>{index + 1}</b>
                <input
                  className={styles.input}
                  lang={language}
                  aria-label={t("gap", { number: index + 1 })}
                  value={forms.join(" | ")}
                  onChange={(event) => onChange({ ...question, text: replaceGap(question.text, index, event.target.value) }, `gap-${index}`)}
                />
              </li>
            ))}
          </ol>
        </div>
      )}
      <SelectField
        className={styles.narrow}
        label={t("mode")}
        value={bank ? "picked" : "typed"}
        onChange={(event) => onChange(event.target.value === "picked" ? { ...question, bank: bank ?? [""] } : withoutBank, "mode")}
      >
        <option value="typed">{t("typed")}</option>
        <option value="picked">{t("picked")}</option>
      </SelectField>
      {bank ? (
        <TextList
          texts={bank}
          language={language}
          max={gapLimits.bank}
          textLength={gapLimits.textLength}
          words={{ label: t("bank"), hint: t("bankHint"), add: t("addWord"), item: (number) => t("word", { number }), remove: (number) => t("removeWord", { number }) }}
          errorOf={(index) => errorAt("bank", index)}
          error={errorAt("bank")}
          onChange={(words, place) => onChange({ ...question, bank: words }, `bank-${place}`)}
        />
      ) : null}
    </div>
  );
}
