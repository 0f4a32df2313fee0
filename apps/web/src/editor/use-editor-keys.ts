import type { QuestionId } from "@quickfire/engine/ids";
import { useEffect, useEffectEvent } from "react";
import { isTyping } from "@/ui/is-typing";
import { positionOf } from "./state/editor-state";
import type { QuizEditor } from "./use-quiz-editor";

type EditorKeys = { editor: QuizEditor; onAdd: () => void; onMove: (questionId: QuestionId, to: number) => void; onHelp: () => void };

/** N, ?, Ctrl+D, Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y, Alt+↑ and Alt+↓. Dialogs and menus keep their own keys. */
export function useEditorKeys({ editor, onAdd, onMove, onHelp }: EditorKeys) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector("[role=dialog], [role=menu]")) return;
    const run = commandFor(event);
    if (!run) return;
    event.preventDefault();
    run();
  });

  function commandFor(event: KeyboardEvent): (() => void) | null {
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key === "z") return event.shiftKey ? editor.redo : editor.undo;
      if (key === "y") return editor.redo;
      if (key === "d" && !event.shiftKey) return editor.duplicate;
      return null;
    }
    if (event.altKey) {
      const { question, state } = editor;
      const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      return by !== 0 && question ? () => onMove(question.id, positionOf(state.quiz, question.id) + by) : null;
    }
    if (isTyping(event.target)) return null;
    if (key === "?") return onHelp;
    return key === "n" && !event.shiftKey ? onAdd : null;
  }

  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
