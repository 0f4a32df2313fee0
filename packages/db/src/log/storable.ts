/**
 * Postgres can hold neither the character NUL nor half of a surrogate pair. Clients can send both, and one hostile answer must not
 * keep the batch that it came in from being stored: they become U+FFFD, the sign for an unreadable character.
 */
export const storableText = (text: string): string => text.replaceAll("\u0000", "\ufffd");

export const storableTextOrNull = (text: string | null): string | null => (text === null ? null : storableText(text));

/** JSON for a jsonb column. `JSON.stringify` escapes exactly the two kinds in question, each as `\u….`. */
export function storableJson(value: unknown): string {
  // Every escape is matched as a whole, so that the backslash of `\\u0000` (six harmless characters) is not taken for one's beginning.
  return JSON.stringify(value ?? null).replace(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g, (escape) => (escape.length > 2 ? "\\ufffd" : escape));
}
