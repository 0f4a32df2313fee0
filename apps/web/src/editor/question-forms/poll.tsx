import { useTranslations } from "next-intl";
import { OptionsField } from "./OptionsField";
import { OptionsPreview } from "./OptionsPreview";
import { linesOfOptions, optionsFromLines } from "./option-lines";
import type { QuestionForm } from "./question-form.types";
import styles from "./parts.module.css";

export const pollForm: QuestionForm<"poll"> = {
  fromLines: (shared, lines, newId) => ({ ...shared, type: "poll", options: optionsFromLines(lines, newId).map(({ id, text }) => ({ id, text })) }),
  linesOf: ({ options }) => linesOfOptions(options.map((option) => ({ ...option, correct: false }))),
  Fields({ question, onChange, errorAt, language }) {
    const t = useTranslations("editor.unscored");
    return (
      <div className={styles.form}>
        <OptionsField
          options={question.options.map((option) => ({ ...option, correct: false }))}
          language={language}
          errorAt={errorAt}
          onChange={(options, place) => onChange({ ...question, options: options.map(({ id, text }) => ({ id, text })) }, place)}
        />
        <p className={styles.note}>{t("poll")}</p>
      </div>
    );
  },
  Preview: ({ question, language }) => <OptionsPreview options={question.options} language={language} />,
};
