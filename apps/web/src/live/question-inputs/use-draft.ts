import { useCallback, useState } from "react";
import { keepDraft, recallDraft } from "../memory/draft-memory";

/** What is being answered, kept over a reload. `read` makes sure that what was kept is of this kind. */
export function useDraft<Draft>(questionId: string, empty: Draft, read: (kept: unknown) => Draft | null): [Draft, (next: Draft) => void] {
  const [draft, setDraft] = useState<Draft>(() => read(recallDraft(questionId)) ?? empty);
  const change = useCallback(
    (next: Draft) => {
      setDraft(next);
      keepDraft(questionId, next);
    },
    [questionId],
  );
  return [draft, change];
}

export const readText = (kept: unknown): string | null => (typeof kept === "string" ? kept : null);

export const readTexts = (count: number) => (kept: unknown): string[] | null =>
  Array.isArray(kept) && kept.length === count && kept.every((text) => typeof text === "string") ? kept : null;
