/**
 * Postgres can hold neither the character NUL nor half of a surrogate pair. Clients can send both, and one hostile answer must not
 * keep the batch that it came in from being stored: they become U+FFFD, the sign for an unreadable character.
 */
export const storableText = (text: string): string => text.replaceAll("\u0000", "\ufffd");

export const storableTextOrNull = (text: string | null): string | null => (text === null ? null : storableText(text));

/** Nothing of ours is nested nearly as deeply; at some thousands both Postgres and `JSON.stringify` run out of stack. */
const deepestNesting = 64;

/** JSON for a jsonb column; what is nested too deeply is cut off there. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(isDeeper(value, deepestNesting) ? cutBelow(value, deepestNesting) : (value ?? null));
  if (!json.includes("\\u")) return json;
  // `JSON.stringify` escapes exactly the characters in question, each as `\u….`. Every escape is matched as a whole, so that the
  // backslash of `\\u0000` (six harmless characters) is not taken for one's beginning.
  return json.replace(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g, (escape) => (escape.length > 2 ? "\\ufffd" : escape));
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  // What came in as JSON has no keys but its own. This is asked of every row, and a list of the values would be made for nothing.
  for (const key in value) if (isDeeper(value[key as keyof typeof value], levels - 1)) return true;
  return false;
}

function cutBelow(value: unknown, levels: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (levels === 0) return "nested too deeply";
  if (Array.isArray(value)) return value.map((part) => cutBelow(part, levels - 1));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cutBelow(part, levels - 1)]));
}
