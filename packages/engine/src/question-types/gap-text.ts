/** A text with gaps as its author writes it: "I [[have been|'ve been]] waiting [[for]] an hour." */
export type GapText = {
  /** What stands around the gaps: one piece more than there are gaps. */
  parts: string[];
  /** What each gap accepts, the best form first. */
  gaps: string[][];
};

const gapPattern = /\[\[([^[\]]*)\]\]/g;

/** How a gap looks in a text that is only read. */
const blank = "____";

export function parseGapText(text: string): GapText {
  const parts: string[] = [];
  const gaps: string[][] = [];
  let end = 0;
  for (const match of text.matchAll(gapPattern)) {
    parts.push(text.slice(end, match.index));
    gaps.push((match[1] ?? "").split("|").map((form) => form.replace(/\s+/g, " ").trim()));
    end = match.index + match[0].length;
  }
  return { parts: [...parts, text.slice(end)], gaps };
}

/** Whether brackets are left over that open or close no gap. */
export const hasLooseBrackets = (text: string): boolean => /\[\[|\]\]/.test(text.replace(gapPattern, ""));

/** The text with blanks in its gaps, so that it tells nothing. */
export const blankedText = ({ parts }: GapText): string => parts.join(blank);

/** The text with these words in its gaps. */
export const filledText = ({ parts }: GapText, words: readonly string[]): string =>
  parts.map((part, index) => (index === 0 ? part : (words[index - 1] ?? blank) + part)).join("");
