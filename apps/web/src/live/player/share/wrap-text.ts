/** Words in as many lines as there may be, none wider than the room for it; what is left over ends in an ellipsis. */
export function wrapText(text: string, { lines, fits }: { lines: number; fits: (line: string) => boolean }): string[] {
  const wrapped: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = wrapped.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && fits(longer)) wrapped[wrapped.length - 1] = longer;
    else wrapped.push(word);
  }
  const shown = wrapped.slice(0, lines);
  const isCut = wrapped.length > lines;
  return shown.map((line, index) => shorten(line, { isCut: isCut && index === lines - 1, fits }));
}

/** A single word may be too wide as well. */
function shorten(line: string, { isCut, fits }: { isCut: boolean; fits: (line: string) => boolean }): string {
  if (!isCut && fits(line)) return line;
  const letters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(line)].map(({ segment }) => segment);
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
