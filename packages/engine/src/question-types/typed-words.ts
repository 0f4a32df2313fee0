/** What does not tell two typed answers apart: Unicode form, case, spaces, a final full stop, and the kind of apostrophe. */
export const normaliseTyped = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\s*\.$/, "");

/** Whether two texts are at most `most` insertions, deletions or replacements of a letter apart. */
export function isWithinDistance(left: string, right: string, most: number): boolean {
  const [a, b] = [[...left], [...right]];
  if (Math.abs(a.length - b.length) > most) return false;
  // One row of Levenshtein's table at a time: `row[j]` is the distance from the letters of `a` so far to the first j of `b`.
  let row = b.map((_, index) => index + 1);
  row.unshift(0);
  for (const [i, letter] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return false;
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}

/**
 * The accepted answer that a text stands for, or null. What is itself accepted stands for itself, so no typo ever turns one
 * accepted word into another; and a word can't lose all its letters to typos.
 */
export function acceptedAnswer({ text, accepted, typos }: { text: string; accepted: readonly string[]; typos: number }): string | null {
  const given = normaliseTyped(text);
  const exact = accepted.find((word) => normaliseTyped(word) === given);
  const near = () =>
    accepted.find((word) => {
      const wanted = normaliseTyped(word);
      return isWithinDistance(given, wanted, Math.min(typos, [...wanted].length - 1));
    });
  return exact ?? near() ?? null;
}
