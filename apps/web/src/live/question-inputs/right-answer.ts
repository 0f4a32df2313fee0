import type { QuestionClosed } from "../store/live-game";

/** The ids of the right options, for types that have options. */
export const rightOptions = ({ correct }: QuestionClosed): string[] => (Array.isArray(correct) ? correct : []);

/** All texts that are accepted, the best one first, for types that are answered by typing. */
export function acceptedTexts({ correct }: QuestionClosed): string[] {
  if (Array.isArray(correct)) return [];
  const accepted = Array.isArray(correct.accepted) ? correct.accepted.filter((text): text is string => typeof text === "string") : [];
  const best = typeof correct.text === "string" ? [correct.text] : [];
  return [...new Set([...best, ...accepted])];
}
