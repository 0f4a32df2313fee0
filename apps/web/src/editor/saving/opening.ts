import type { QuizContent } from "@quickfire/engine/quiz";
import type { KeptQuiz } from "./device-copy";

export type SavedQuiz = { quiz: QuizContent; revision: number; savedAt: string };

/** How the editor begins: with what the server has, and what becomes of unsaved work that this device kept. */
export type Opening = {
  saved: SavedQuiz;
  kept:
    | { kind: "none" }
    /** Nobody saved since: the author's work goes on where it stopped. */
    | { kind: "recovered"; quiz: QuizContent }
    /** Saved elsewhere since: the author decides. */
    | { kind: "conflict"; quiz: QuizContent; revision: number; at: number };
};

export function openingOf(saved: SavedQuiz, kept: KeptQuiz | null): Opening {
  if (!kept || isSame(kept.quiz, saved.quiz)) return { saved, kept: { kind: "none" } };
  if (kept.revision === saved.revision) return { saved, kept: { kind: "recovered", quiz: kept.quiz } };
  return { saved, kept: { kind: "conflict", quiz: kept.quiz, revision: kept.revision, at: kept.at } };
}

/** The server tidies texts while it stores them, so white space at the ends makes no difference. */
function isSame(one: QuizContent, other: QuizContent): boolean {
  return comparable(one) === comparable(other);
}

function comparable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "string") return part.normalize("NFC").trim();
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
