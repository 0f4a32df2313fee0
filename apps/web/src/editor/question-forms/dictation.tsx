import { dictationLimits } from "@quickfire/engine/question-types/dictation";
import { questionLimits } from "@quickfire/engine/question-types/question-fields";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import { TextAreaField, TextField } from "@/ui/Field";
import { LivePreview } from "./LivePreview";
import type { QuestionFieldsProps, QuestionForm } from "./question-form.types";
import styles from "./parts.module.css";

const sources = ["speech", "audio"] as const;

export const dictationForm: QuestionForm<"dictation"> = {
  fromLines(shared, lines) {
    const answer = lines.find(({ correct }) => correct)?.text ?? "";
    return { ...shared, type: "dictation", ...(answer === "" ? {} : { speech: answer }), answer };
  },
  linesOf: ({ answer }) => (answer === "" ? [] : [{ text: answer, correct: true }]),
  Fields: DictationFields,
  Preview: LivePreview,
};

function DictationFields({ question, onChange, errorAt, language }: QuestionFieldsProps<"dictation">) {
  const t = useTranslations("editor.dictation");
  const [source, setSource] = useState<(typeof sources)[number]>(question.audio === undefined ? "speech" : "audio");
  const { speech: spoken = "", audio = "", answer } = question;
  const { speech: _speech, audio: _audio, ...silent } = question;
  const speak = (speech: string) => {
    // Mostly all that is spoken is to be written; whoever changes the answer has it apart from there.
    const followed = answer === spoken ? speech : answer;
    onChange({ ...silent, ...(speech === "" ? {} : { speech }), answer: followed }, "speech");
  };
  const play = (address: string) => onChange({ ...silent, ...(address === "" ? {} : { audio: address }) }, "audio");
  return (
    <div className={styles.form}>
      <ChoiceStrip label={t("source")} value={source} onChange={setSource} choices={sources.map((value) => ({ value, label: t(value) }))} />
      {source === "speech" ? (
        <TextAreaField label={t("speechText")} hint={t("speechHint")} error={errorAt("speech")} lang={language} rows={2} maxLength={dictationLimits.textLength} value={spoken} onChange={(event) => speak(event.target.value)} />
      ) : (
        <TextField label={t("audioAddress")} error={errorAt("audio") ?? errorAt("speech")} inputMode="url" maxLength={questionLimits.mediaLength} value={audio} onChange={(event) => play(event.target.value)} />
      )}
      <TextAreaField label={t("answer")} hint={t("answerHint")} error={errorAt("answer")} lang={language} rows={2} maxLength={dictationLimits.textLength} value={answer} onChange={(event) => onChange({ ...question, answer: event.target.value }, "answer")} />
    </div>
  );
}
