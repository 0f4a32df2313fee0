import { storeQuiz } from "@quickfire/engine/quiz";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { trpc } from "@/trpc/client";
import { useToast } from "@/ui/Toasts";
import { newId } from "../state/new-id";
import type { QuizEditor } from "../use-quiz-editor";
import type { Autosave } from "./autosave";
import type { Opening, SavedQuiz } from "./opening";
import type { SaveState } from "./save-state";

type ConflictProps = { quizId: string; opening: Opening; editor: QuizEditor; saveState: SaveState; autosave: Autosave; adopt: (version: SavedQuiz) => void };

export type Conflict = {
  /** Since when there are two versions: of the saved one, or of the one that this device kept. */
  shown: { kind: "elsewhere"; savedAt: string | null } | { kind: "kept"; at: number } | null;
  resolving: boolean;
  /** What is in the editor wins. */
  keepMine: () => void;
  /** The saved version wins; undo brings the other one back. */
  takeTheirs: () => void;
  /** Brings a quiz back that was deleted elsewhere. */
  restore: () => void;
};

/** Two versions of one quiz: nobody's is thrown away unasked. */
export function useConflict({ quizId, opening, editor, saveState, autosave, adopt }: ConflictProps): Conflict {
  const t = useTranslations("editor");
  const showToast = useToast();
  const { quiz } = trpc.useUtils();
  const restoring = trpc.quiz.restore.useMutation();
  const [keptAt, setKeptAt] = useState(opening.kept.kind === "conflict" ? opening.kept.at : null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [resolving, setResolving] = useState(false);
  const begun = useRef(false);

  async function readSaved(): Promise<SavedQuiz> {
    const { quiz: saved, revision, updatedAt } = await quiz.byId.fetch({ quizId }, { staleTime: 0 });
    return { quiz: storeQuiz(saved, newId), revision, savedAt: updatedAt };
  }

  function takeOver(version: SavedQuiz) {
    adopt(version);
    editor.replace(version.quiz);
  }

  const begin = useEffectEvent(() => {
    // Unsaved work comes first: with nothing else saved since, it simply goes on; otherwise the banner asks.
    if (opening.kept.kind !== "none") editor.replace(opening.kept.quiz);
    if (opening.kept.kind === "recovered") showToast({ text: t("recovered") });
  });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    begin();
  }, []);

  const inConflict = saveState.kind === "conflict";
  const learnWhen = useEffectEvent(() => void readSaved().then((saved) => setSavedAt(saved.savedAt)).catch(() => setSavedAt(null)));
  useEffect(() => { if (inConflict) learnWhen(); }, [inConflict]);

  const lookForNews = useEffectEvent(async () => {
    if (document.visibilityState !== "visible" || autosave.state.kind !== "saved") return;
    const saved = await readSaved().catch(() => null);
    if (!saved || saved.revision <= autosave.revision || autosave.state.kind !== "saved") return;
    takeOver(saved);
    showToast({ text: t("updated") });
  });
  useEffect(() => {
    const look = () => void lookForNews();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, []);

  function resolve(how: (saved: SavedQuiz) => void) {
    setResolving(true);
    readSaved()
      .then((saved) => {
        setKeptAt(null);
        how(saved);
      })
      .catch(() => showToast({ text: t("conflict.failed"), tone: "error" }))
      .finally(() => setResolving(false));
  }

  return {
    shown: !inConflict ? null : keptAt === null ? { kind: "elsewhere", savedAt } : { kind: "kept", at: keptAt },
    resolving,
    keepMine: () => resolve((saved) => autosave.continueFrom(saved.revision)),
    takeTheirs: () => resolve((saved) => {
      takeOver(saved);
      showToast({ text: t("conflict.took"), undo: editor.undo });
    }),
    restore: () => void restoring.mutateAsync({ quizId }).then(() => autosave.flush()).catch(() => showToast({ text: t("conflict.failed"), tone: "error" })),
  };
}
