import type { HeaderReader } from "@quickfire/api";

export type Cookies = { getAll: () => { name: string; value: string }[] };

/** The cookies of a request, as Next gives them to pages; one that can't be read is left out. */
export function readCookies(headers: HeaderReader): Cookies {
  const parts = (headers.get("cookie") ?? "").split(";");
  return {
    getAll: () =>
      parts.flatMap((part) => {
        const at = part.indexOf("=");
        const value = at > 0 ? decoded(part.slice(at + 1).trim()) : null;
        return value === null ? [] : [{ name: part.slice(0, at).trim(), value }];
      }),
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
