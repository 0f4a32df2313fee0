import { resolveLookAlikes } from "./confusables";

/**
 * What two nicknames have in common when people could take one for the other: compared, never shown. Without regard to case,
 * spaces, punctuation, look-alike letters and typographic forms; with regard to diacritics.
 */
export function nicknameSkeleton(name: string): string {
  const folded = name.normalize("NFKC").toUpperCase().toLowerCase();
  const letters = resolveLookAlikes(folded.normalize("NFD"));
  // “|” looks like a letter, so it has to be read before the punctuation goes.
  return letters.replace(/[\p{P}\p{Z}\p{Cf}\p{Cc}\ufe0f]/gu, "").normalize("NFC");
}
