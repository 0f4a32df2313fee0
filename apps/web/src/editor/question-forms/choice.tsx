import { OptionsField } from "./OptionsField";
import { OptionsPreview } from "./OptionsPreview";
import { linesOfOptions, optionsFromLines } from "./option-lines";
import type { QuestionForm } from "./question-form.types";

export const choiceForm: QuestionForm<"choice"> = {
  fromLines(shared, lines, newId) {
    // Where several were right, nobody but the author can say which one stays.
    const single = lines.filter(({ correct }) => correct).length === 1;
    const options = optionsFromLines(lines, newId).map((option) => ({ ...option, correct: single && option.correct }));
    return { ...shared, type: "choice", options };
  },
  linesOf: ({ options }) => linesOfOptions(options),
  Fields: ({ question, onChange, errorAt, language }) => (
    <OptionsField
      options={question.options}
      language={language}
      errorAt={errorAt}
      onChange={(options, place) => onChange({ ...question, options }, place)}
      onMark={(id) => onChange({ ...question, options: question.options.map((option) => ({ ...option, correct: option.id === id })) }, "right")}
    />
  ),
  Preview: ({ question, language }) => <OptionsPreview options={question.options} language={language} />,
};
