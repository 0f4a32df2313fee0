import type { QuestionId } from "@quickfire/engine/ids";
import type { QuestionTypeName, StoredQuestion } from "@quickfire/engine/question-types/index";
import { unscoredTypes } from "@quickfire/engine/question-types/question-type-names";
import { questionLimits } from "@quickfire/engine/question-types/question-fields";
import type { QuizProblem } from "@quickfire/engine/quiz";
import { Copy, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, RefObject } from "react";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Field, TextAreaField } from "@/ui/Field";
import { makeGap } from "../question-forms/gap-editing";
import { renderFields } from "../question-forms/registry";
import { positionOf } from "../state/editor-state";
import type { QuizEditor } from "../use-quiz-editor";
import { AmountField } from "./AmountField";
import { MediaFields } from "./MediaFields";
import styles from "./QuestionPane.module.css";
import { messageAt } from "./quiz-problems";
import { TypeMenu } from "./TypeMenu";

const timeSteps = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600];
const pointSteps = [0, 1_000, 2_000];

/** What the large field holds, where it is not a question. */
const textLabels: Partial<Record<QuestionTypeName, "question.slideText" | "question.gapText">> = { slide: "question.slideText", gap: "question.gapText" };

type QuestionPaneProps = {
  editor: QuizEditor;
  textField: RefObject<HTMLTextAreaElement | null>;
  problems: readonly QuizProblem[];
  onAdd: () => void;
  onRemove: (questionId: QuestionId) => void;
};

/** Everything about the selected question. */
export function QuestionPane({ editor, textField, problems, onAdd, onRemove }: QuestionPaneProps) {
  const t = useTranslations("editor");
  const { question } = editor;
  const { quiz } = editor.state;
  if (!question) {
    return (
      <div className={styles.pane}>
        <EmptyState title={t("list.empty")} action={<Button look="primary" icon={<Plus aria-hidden />} onClick={onAdd}>{t("list.add")}</Button>} />
      </div>
    );
  }
  const { language } = quiz;
  const errorAt = (...path: (string | number)[]) => messageAt(problems, path);
  const change = (changes: Partial<Pick<StoredQuestion, "text" | "explanation" | "timeLimit" | "points" | "media">>, place: string) => editor.changeQuestion({ ...question, ...changes }, place);
  return (
    <section className={styles.pane} aria-label={t("question.form", { number: positionOf(quiz, question.id) + 1 })}>
      <div className={styles.head}>
        <TypeMenu type={question.type} onChange={editor.changeType} />
        <span className={styles.note}>{t(`question.typeNotes.${question.type}`)}</span>
        <Button look="quiet" size="compact" className={styles.duplicate} icon={<Copy aria-hidden />} aria-keyshortcuts="Control+D" disabled={!editor.canAdd} onClick={editor.duplicate}><span>{t("question.duplicate")}</span></Button>
        <Button look="quiet" size="compact" iconOnly icon={<Trash2 aria-hidden />} onClick={() => onRemove(question.id)}>{t("question.delete")}</Button>
      </div>
      <Field label={t(textLabels[question.type] ?? "question.text")} error={errorAt("text")} aside={t("question.textCount", { count: [...question.text].length, max: questionLimits.textLength })}>
        {(control) => (
          <textarea {...control} ref={textField} className={styles.text} lang={language} rows={question.type === "slide" ? 8 : question.type === "gap" ? 3 : 2} onKeyDown={question.type === "gap" ? gapByKey : undefined} maxLength={questionLimits.textLength} value={question.text} onChange={(event) => change({ text: event.target.value }, "text")} />
        )}
      </Field>
      <MediaFields media={question.media} language={language} onChange={(media, place) => change({ media }, place)} />
      {renderFields({ question, errorAt, language, onChange: editor.changeQuestion })}
      <TextAreaField
        label={t("question.explanation")}
        error={errorAt("explanation")}
        lang={language}
        rows={2}
        maxLength={questionLimits.explanationLength}
        value={question.explanation ?? ""}
        onChange={(event) => change({ explanation: event.target.value === "" ? undefined : event.target.value }, "explanation")}
      />
      <div className={styles.amounts}>
        <AmountField
          label={t("question.time")}
          otherLabel={t("question.otherTime")}
          value={question.timeLimit}
          steps={timeSteps}
          min={questionLimits.minTimeLimit}
          max={questionLimits.maxTimeLimit}
          words={(count) => t("question.seconds", { count })}
          onChange={(timeLimit) => change({ timeLimit }, "timeLimit")}
        />
        {unscoredTypes.has(question.type) ? null : <AmountField
          label={t("question.points")}
          otherLabel={t("question.otherPoints")}
          value={question.points}
          steps={pointSteps}
          min={0}
          max={questionLimits.maxPoints}
          words={(points) => pointsWords(points)}
          onChange={(points) => change({ points }, "points")}
        />}
      </div>
    </section>
  );

  /** Ctrl+G makes a gap of what is selected. */
  function gapByKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "g") return;
    event.preventDefault();
    const field = event.currentTarget;
    const { text, cursor } = makeGap(field.value, field.selectionStart, field.selectionEnd);
    change({ text }, "gap");
    requestAnimationFrame(() => field.setSelectionRange(cursor, cursor));
  }

  function pointsWords(points: number): string {
    if (points === 0) return t("question.pointsNone");
    if (points === 1_000) return t("question.pointsNormal", { points });
    return points === 2_000 ? t("question.pointsDouble", { points }) : t("question.pointsOther", { points });
  }
}
