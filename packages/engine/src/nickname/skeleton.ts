import { resolveLookAlikes } from "./confusables";

/**
 * What two nicknames have in common when people could take one for the other: compared, never shown. Without regard to case,
 * spaces, punctuation, look-alike letters and typographic forms; with regard to diacritics.
 */
export function nicknameSkeleton(name: string): string {
  // There and back again, so that ẞ, ß and ss, or ς and σ, come out the same.
  const folded = name.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase();
  const letters = resolveLookAlikes(folded.normalize("NFD"));
  // “|” looks like a letter, so it has to be read before the punctuation goes.
  return letters.replace(/[\p{P}\p{Z}\p{Cf}\p{Cc}\ufe0f]/gu, "").normalize("NFC");
}
