"use client";

import type { QuestionId } from "@quickfire/engine/ids";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { StartGameDialog, type QuizToStart } from "@/games/StartGameDialog";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import { useToast } from "@/ui/Toasts";
import styles from "./Editor.module.css";
import { ConflictBanner } from "./parts/ConflictBanner";
import { EditorBar } from "./parts/EditorBar";
import { FactsDialog } from "./parts/FactsDialog";
import { EditorKeysDialog } from "./parts/EditorKeysDialog";
import { QuestionList } from "./parts/QuestionList";
import { QuestionPane } from "./parts/QuestionPane";
import { useProblems } from "./parts/use-problems";
import { PreviewPane } from "./preview/PreviewPane";
import type { DeviceCopy } from "./saving/device-copy";
import type { Opening } from "./saving/opening";
import { useAutosave } from "./saving/use-autosave";
import { useConflict } from "./saving/use-conflict";
import { positionOf } from "./state/editor-state";
import { useEditorKeys } from "./use-editor-keys";
import { useQuizEditor } from "./use-quiz-editor";

const views = ["list", "form", "preview"] as const;
type View = (typeof views)[number];

/** Question list, form and preview side by side; on a phone one at a time. */
export function Editor({ quizId, opening, device }: { quizId: string; opening: Opening; device: DeviceCopy }) {
  const t = useTranslations("editor");
  const showToast = useToast();
  const editor = useQuizEditor(opening.saved.quiz);
  const { quiz, selectedId } = editor.state;
  const { state: saveState, autosave, adopt } = useAutosave({ quizId, opening, quiz, device });
  const conflict = useConflict({ quizId, opening, editor, saveState, autosave, adopt });
  const problems = useProblems(quiz);
  const [view, setView] = useState<View>("form");
  const [factsOpen, setFactsOpen] = useState(false);
  const [toStart, setToStart] = useState<QuizToStart | null>(null);
  /** A question that is being written for the first time is not scolded for what it lacks yet. */
  const [freshId, setFreshId] = useState<QuestionId | null>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const [announcement, setAnnouncement] = useState("");
  const textField = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLElement>(null);
  const title = quiz.title || t("untitled");

  useEffect(() => { document.title = `${t("pageTitle", { title })} · Quickfire`; }, [t, title]);

  // Whoever turns to something else is done with the new question for now.
  useEffect(() => {
    function onFocus(event: FocusEvent) {
      // The form's own menus are drawn elsewhere on the page.
      if (event.target instanceof Element && !form.current?.contains(event.target) && !event.target.closest("[role=menu]")) setFreshId(null);
    }
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);

  function add() {
    const id = editor.add();
    if (!id) return;
    setFreshId(id);
    setView("form");
    // The field belongs to the new question only after it was drawn.
    requestAnimationFrame(() => textField.current?.focus());
  }

  function remove(questionId: QuestionId) {
    const number = positionOf(quiz, questionId) + 1;
    editor.remove(questionId);
    showToast({ text: t("question.deleted", { number }), icon: <Trash2 aria-hidden />, undo: editor.undo });
  }

  function move(questionId: QuestionId, to: number) {
    const count = quiz.questions.length;
    if (to < 0 || to >= count) return;
    editor.move(questionId, to);
    setAnnouncement(t("list.moved", { to: to + 1, count }));
  }

  function select(questionId: QuestionId) {
    if (questionId !== freshId) setFreshId(null);
    editor.select(questionId);
    setView("form");
  }

  async function start() {
    const { kind } = await autosave.flush();
    // Whatever keeps it from being saved stands in the bar; a game would run on an older version.
    if (kind === "saved") setToStart({ quizId, title, questions: quiz.questions.length, problems: problems.count });
  }

  function mend() {
    setToStart(null);
    setFreshId(null);
    const first = problems.firstQuestion;
    if (first) select(first);
    else setFactsOpen(true);
  }

  useEditorKeys({ editor, onAdd: add, onMove: move, onHelp: () => setKeysOpen(true) });

  return (
    <div className={styles.editor} data-view={view}>
      <EditorBar
        title={title}
        level={quiz.level}
        language={quiz.language}
        editor={editor}
        saveState={saveState}
        onRetry={() => void autosave.flush()}
        onRestore={conflict.restore}
        onSettings={() => setFactsOpen(true)}
        onStart={() => void start()}
      />
      <ConflictBanner conflict={conflict} />
      <nav className={styles.views} aria-label={t("views.label")}>
        <ChoiceStrip label={t("views.label")} value={view} onChange={setView} choices={views.map((value) => ({ value, label: t(`views.${value}`) }))} />
      </nav>
      <QuestionList className={styles.list} editor={editor} problems={problems} freshId={freshId} onSelect={select} onAdd={add} onHelp={() => setKeysOpen(true)} />
      <main id="main" ref={form} className={styles.form}>
        <QuestionPane
          key={selectedId}
          editor={editor}
          textField={textField}
          problems={selectedId === freshId ? [] : problems.of(selectedId)}
          onAdd={add}
          onRemove={remove}
        />
      </main>
      <PreviewPane className={styles.preview} quiz={quiz} question={editor.question} problems={problems} onSelect={select} />
      <p className="visually-hidden" role="status">{announcement}</p>
      <FactsDialog open={factsOpen} onClose={() => setFactsOpen(false)} editor={editor} problems={problems.facts} />
      <EditorKeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
      <StartGameDialog quiz={toStart} onClose={() => setToStart(null)} onMend={mend} />
    </div>
  );
}
