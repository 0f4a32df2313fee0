/** One LIKE pattern for each word of a search, in which `%`, `_` and the escape itself stand for themselves. */
export function searchPatterns(search: string | undefined): string[] {
  const words = (search ?? "").normalize("NFC").trim().split(/\s+/u).filter((word) => word !== "");
  return words.slice(0, mostWords).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
}

const mostWords = 10;
