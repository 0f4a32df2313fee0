/** A bullet, a number or a letter before an item of a list, as people copy it from a document. */
const itemMark = /^\s*(?:[-–•*]\s+|\(?(?:\d{1,2}|[A-Ha-h])[.)]\s+)/;

/** The items of a pasted list, without empty lines and list marks; null for a single line, which is pasted as it is. */
export function pastedLines(text: string): string[] | null {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== "");
  return lines.length > 1 ? lines.map((line) => line.replace(itemMark, "").trim()) : null;
}

/** Puts the items where the cursor is and into the places after it, adding places up to `max`. What does not fit is left out. */
export function fillFrom<Item>(items: readonly Item[], { start, texts, max, fill }: { start: number; texts: readonly string[]; max: number; fill: (item: Item | undefined, text: string) => Item }): Item[] {
  const filled = [...items];
  texts.slice(0, Math.max(0, max - start)).forEach((text, offset) => { filled[start + offset] = fill(items[start + offset], text); });
  return filled;
}
