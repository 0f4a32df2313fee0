import type { StoredQuestion } from "@quickfire/engine/question-types/index";
import { plainSlide } from "@/live/parts/slide-text";

/** A question in one line: a text with gaps shows what belongs into them, and a slide no marks. */
export function questionLine({ type, text }: Pick<StoredQuestion, "type" | "text">): string {
  if (type === "slide") return plainSlide(text).trim();
  if (type === "gap") return text.replaceAll(/\[\[([^|[\]]*)[^[\]]*\]\]/g, "[$1]").trim();
  return text.trim();
}
