import { OptionsField } from "./OptionsField";
import { OptionsPreview } from "./OptionsPreview";
import { linesOfOptions, optionsFromLines } from "./option-lines";
import type { QuestionForm } from "./question-form.types";

export const multipleForm: QuestionForm<"multiple"> = {
  fromLines: (shared, lines, newId) => ({ ...shared, type: "multiple", options: optionsFromLines(lines, newId) }),
  linesOf: ({ options }) => linesOfOptions(options),
  Fields: ({ question, onChange, errorAt, language }) => (
    <OptionsField
      options={question.options}
      language={language}
      errorAt={errorAt}
      onChange={(options, place) => onChange({ ...question, options }, place)}
      onMark={(id) => onChange({ ...question, options: question.options.map((option) => (option.id === id ? { ...option, correct: !option.correct } : option)) }, `right-${id}`)}
    />
  ),
  Preview: ({ question, language }) => <OptionsPreview options={question.options} language={language} several />,
};
