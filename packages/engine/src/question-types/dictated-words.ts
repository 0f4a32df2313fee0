import { normaliseTyped } from "./typed-words";

/** The words of a text, compared as typed answers are, and without the marks around them: a comma is no word. */
export const wordsOf = (text: string): string[] =>
  text.split(/\s+/).map((word) => normaliseTyped(word).replace(/^[^\p{L}\p{N}']+|[^\p{L}\p{N}']+$/gu, "")).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The words as they are written, marks included, for as many as `wordsOf` finds. */
export const writtenWords = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/**
 * Which of the wanted words were given, in order: the most that can be paired when words are only left out or put in. For equal
 * numbers the earliest words are taken.
 */
export function heardWords(wanted: readonly string[], given: readonly string[]): boolean[] {
  // `most[i][j]`: how many can be paired of the wanted ones from i on and the given ones from j on.
  const most = Array.from({ length: wanted.length + 1 }, () => Array.from({ length: given.length + 1 }, () => 0));
  const at = (i: number, j: number): number => most[i]?.[j] ?? 0;
  for (let i = wanted.length - 1; i >= 0; i -= 1) {
    for (let j = given.length - 1; j >= 0; j -= 1) {
      const row = most[i];
      if (row) row[j] = wanted[i] === given[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const heard = wanted.map(() => false);
  for (let i = 0, j = 0; i < wanted.length && j < given.length; ) {
    if (wanted[i] === given[j]) {
      heard[i] = true;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return heard;
}
