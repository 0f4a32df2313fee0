import type { QuizContent } from "@quickfire/engine/quiz";
import { useCallback, useEffect, useRef, useState } from "react";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { createAutosave, type Autosave } from "./autosave";
import type { DeviceCopy } from "./device-copy";
import type { Opening } from "./opening";
import type { SaveOutcome, SaveState } from "./save-state";

type AutosaveProps = {
  quizId: string;
  opening: Opening;
  /** What is in the editor now. */
  quiz: QuizContent;
  device: DeviceCopy;
};

/** Saves the editor's quiz whenever it differs from what was opened. */
export function useAutosave({ quizId, opening, quiz, device }: AutosaveProps) {
  const { mutateAsync } = trpc.quiz.save.useMutation();
  const { saved, kept } = opening;
  const [state, setState] = useState<SaveState>(kept.kind === "conflict" ? { kind: "conflict" } : { kind: "saved", at: null });
  const [autosave] = useState<Autosave>(() =>
    createAutosave({
      revision: kept.kind === "conflict" ? kept.revision : saved.revision,
      conflict: kept.kind === "conflict",
      save,
      device,
      now: Date.now,
      onState: setState,
    }));
  const lastSeen = useRef(opening.saved.quiz);

  async function save(changed: QuizContent, revision: number): Promise<SaveOutcome> {
    try {
      return { kind: "saved", revision: (await mutateAsync({ quizId, revision, quiz: changed })).revision };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  useEffect(() => {
    if (quiz === lastSeen.current) return;
    lastSeen.current = quiz;
    autosave.change(quiz);
  }, [quiz, autosave]);

  useEffect(() => {
    const saveNow = () => void autosave.flush();
    const saveWhenHidden = () => { if (document.visibilityState === "hidden") saveNow(); };
    const warnBeforeLoss = (event: BeforeUnloadEvent) => { if (autosave.state.kind !== "saved" && !autosave.kept) event.preventDefault(); };
    autosave.start();
    window.addEventListener("online", saveNow);
    window.addEventListener("beforeunload", warnBeforeLoss);
    document.addEventListener("visibilitychange", saveWhenHidden);
    return () => {
      window.removeEventListener("online", saveNow);
      window.removeEventListener("beforeunload", warnBeforeLoss);
      document.removeEventListener("visibilitychange", saveWhenHidden);
      // Going to another page of ours: what is waiting goes first; after that, this device keeps what could not be saved.
      saveNow();
      autosave.stop();
    };
  }, [autosave]);

  /** Takes over a version that is already on the server: it must not be saved again. */
  const adopt = useCallback((version: { quiz: QuizContent; revision: number }) => {
    lastSeen.current = version.quiz;
    autosave.adopt(version.revision);
  }, [autosave]);

  return { state, autosave, adopt };
}

function outcomeOf(error: unknown): SaveOutcome {
  const { reason, message, issues } = failureOf(error);
  switch (reason) {
    case "OFFLINE":
      return { kind: "offline" };
    case "STALE":
      return { kind: "conflict" };
    case "NOT_FOUND":
      return { kind: "gone" };
    case "UNAUTHORIZED":
      return { kind: "signed-out" };
    case "INVALID":
    case "TOO_LARGE":
      return { kind: "refused", message: issues?.[0]?.message ?? message };
    default:
      return { kind: "failed" };
  }
}
