/** A text in which the selected words have become a gap, with the cursor behind it; without a selection an empty gap, with the cursor in it. */
export function makeGap(text: string, start: number, end: number): { text: string; cursor: number } {
  const word = text.slice(start, end);
  const lead = word.length - word.trimStart().length;
  const trail = word.length - word.trimEnd().length;
  const [from, to] = word.trim() === "" ? [start, start] : [start + lead, end - trail];
  const inner = text.slice(from, to);
  return { text: `${text.slice(0, from)}[[${inner}]]${text.slice(to)}`, cursor: inner === "" ? from + 2 : to + 4 };
}

/** The text with other forms in one of its gaps. Brackets in them would end the gap. */
export function replaceGap(text: string, gap: number, forms: string): string {
  let index = -1;
  return text.replaceAll(/\[\[([^[\]]*)\]\]/g, (whole) => {
    index += 1;
    return index === gap ? `[[${forms.replaceAll(/[[\]]/g, "").split("|").map((form) => form.trimStart()).join("|")}]]` : whole;
  });
}
