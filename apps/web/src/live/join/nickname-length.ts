/** CONTRACT: a nickname has 2 to 24 characters. The server's word on the rest of its rules comes with the join. */
export const nicknameLimits = { min: 2, max: 24 } as const;

/** As a reader counts: a letter with its marks is one, an emoji too. */
export function countCharacters(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text.trim().normalize("NFC"))].length;
}
