import { levels, quizLimits, type QuizProblem } from "@quickfire/engine/quiz";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { SelectField, TextAreaField, TextField } from "@/ui/Field";
import type { QuizEditor } from "../use-quiz-editor";
import styles from "./FactsDialog.module.css";
import { messageAt } from "./quiz-problems";

const languages = ["en", "vi", "de", "es", "fr", "it", "ja", "ko", "pt", "zh"] as const;

type FactsDialogProps = { open: boolean; onClose: () => void; editor: QuizEditor; problems: readonly QuizProblem[] };

/** Title, description, language, level and tags; saved while typing, like everything here. */
export function FactsDialog({ open, onClose, editor, problems }: FactsDialogProps) {
  const t = useTranslations("editor.facts");
  return (
    <Dialog open={open} onOpenChange={(next) => { if (!next) onClose(); }} title={t("title")}>
      <FactsForm editor={editor} problems={problems} />
      <Dialog.Actions><Button look="primary" onClick={onClose}>{t("done")}</Button></Dialog.Actions>
    </Dialog>
  );
}

function FactsForm({ editor, problems }: Pick<FactsDialogProps, "editor" | "problems">) {
  const t = useTranslations("editor");
  const { quiz } = editor.state;
  const [tags, setTags] = useState(quiz.tags.join(", "));
  const knownLanguage = languages.find((language) => language === quiz.language);
  return (
    <div className={styles.facts}>
      <TextField
        className={styles.whole} label={t("facts.name")} lang={quiz.language} maxLength={quizLimits.titleLength} value={quiz.title} error={messageAt(problems, ["title"])}
        onChange={(event) => editor.changeFacts({ title: event.target.value }, "title")}
      />
      <TextAreaField
        className={styles.whole} label={t("facts.description")} lang={quiz.language} rows={2} maxLength={quizLimits.descriptionLength} value={quiz.description}
        onChange={(event) => editor.changeFacts({ description: event.target.value }, "description")}
      />
      <SelectField label={t("facts.language")} hint={t("facts.languageHint")} value={quiz.language} onChange={(event) => editor.changeFacts({ language: event.target.value }, "language")}>
        {knownLanguage ? null : <option value={quiz.language}>{quiz.language}</option>}
        {languages.map((language) => <option key={language} value={language}>{t(`languages.${language}`)}</option>)}
      </SelectField>
      <SelectField
        label={t("facts.level")} value={quiz.level ?? ""}
        onChange={(event) => editor.changeFacts({ level: levels.find((level) => level === event.target.value) }, "level")}
      >
        <option value="">{t("facts.noLevel")}</option>
        {levels.map((level) => <option key={level} value={level}>{level}</option>)}
      </SelectField>
      <TextField
        className={styles.whole} label={t("facts.tags")} hint={t("facts.tagsHint")} lang={quiz.language} value={tags}
        onChange={(event) => { setTags(event.target.value); editor.changeFacts({ tags: tagsIn(event.target.value) }, "tags"); }}
      />
    </div>
  );
}

/** The tags in what was typed: each once, none empty, none longer and not more than a quiz may have. */
function tagsIn(text: string): string[] {
  const tags = text.split(",").map((tag) => [...tag.trim()].slice(0, quizLimits.tagLength).join("")).filter((tag) => tag !== "");
  return [...new Set(tags)].slice(0, quizLimits.tags);
}
